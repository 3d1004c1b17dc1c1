import { aws, type Chapter, organizations } from "../step.ts";

export const tagsChapter: Chapter = {
  title: "Tags",
  steps: [
    organizations("an account is tagged", "tag-resource --resource-id {dev} --tags Key=stage,Value=dev Key=owner,Value=me", { gives: {} }),
    organizations("a tag is overwritten", "tag-resource --resource-id {dev} --tags Key=owner,Value=us", { gives: {} }),
    organizations("tags are listed", "list-tags-for-resource --resource-id {dev}", { gives: { Tags: [{ Key: "stage", Value: "dev" }, { Key: "owner", Value: "us" }] } }),
    organizations("an OU, the root and a policy are tagged", "tag-resource --resource-id {one} --tags Key=stage,Value=all", { gives: {} }),
    organizations("the root", "tag-resource --resource-id {root} --tags Key=stage,Value=all", { gives: {} }),
    organizations("a policy", "tag-resource --resource-id {tags} --tags Key=stage,Value=all", { gives: {} }),
    organizations("AWS's own tags are AWS's", "tag-resource --resource-id {dev} --tags Key=aws:x,Value=y", { fails: "InvalidInputException", moto: { lacks: "takes them" } }),
    organizations("what is not there cannot be tagged", "tag-resource --resource-id ou-none-12345678 --tags Key=a,Value=b", { fails: "TargetNotFoundException" }),
    organizations("a tag is taken away", "untag-resource --resource-id {dev} --tag-keys owner", { gives: {} }),
    organizations("and is gone", "list-tags-for-resource --resource-id {dev}", { gives: { Tags: [{ Key: "stage", Value: "dev" }] } }),
    { does: "tagged accounts are found", args: aws("resourcegroupstaggingapi get-resources --resource-type-filters organizations:account --tag-filters Key=stage"), gives: { ResourceTagMappingList: [{ ResourceARN: "arn:aws:organizations::{management}:account/{organization}/{dev}", Tags: [{ Key: "stage", Value: "dev" }] }] }, moto: { lacks: "returns nothing of organizations" } },
    { does: "not from another Region", args: aws("resourcegroupstaggingapi get-resources --region eu-west-1"), gives: { ResourceTagMappingList: [] } },
  ],
};
