import { aws, type Chapter, type Step } from "../step.ts";

const ssm = (does: string, words: string, rest: Partial<Step> = {}): Step => ({ does, args: aws(`ssm ${words}`), ...rest });
const put = (does: string, words: string, rest: Partial<Step> = {}): Step => ssm(does, `put-parameter ${words}`, rest);

export const parametersChapter: Chapter = {
  title: "Parameters",
  steps: [
    put("a parameter is written", "--name /life/dev/stage --value dev --type String --description where --tags Key=owner,Value=me", { gives: { Version: 1, Tier: "Standard" } }),
    put("once", "--name /life/dev/stage --value prod --type String", { fails: "ParameterAlreadyExists" }),
    put("or on purpose", "--name /life/dev/stage --value test --type String --overwrite", { gives: { Version: 2 } }),
    put("with tags or over another, not both", "--name /life/dev/stage --value x --type String --overwrite --tags Key=a,Value=b", { fails: "ValidationException" }),
    put("a list", "--name /life/list --value a,b --type StringList", { gives: { Version: 1 } }),
    put("a secret", "--name /life/secret --value open --type SecureString", { gives: { Version: 1 } }),
    put("AWS's names are AWS's", "--name aws-life --value x --type String", { fails: "AccessDeniedException", moto: { lacks: "another error" } }),
    put("a name has its form", "--name life/x --value x --type String", { fails: "ValidationException", moto: { lacks: "takes a path without a slash in front" } }),
    ssm("it is read", "get-parameter --name /life/dev/stage", { gives: { Parameter: { Name: "/life/dev/stage", Type: "String", Value: "test", Version: 2, ARN: "arn:aws:ssm:us-east-1:{management}:parameter/life/dev/stage", DataType: "text" } } }),
    ssm("as it was", "get-parameter --name /life/dev/stage:1", { gives: { Parameter: { Value: "dev", Version: 1, Selector: ":1" } } }),
    ssm("what never was is not found", "get-parameter --name /life/dev/stage:3", { fails: "ParameterVersionNotFound" }),
    ssm("nor what is not there", "get-parameter --name /life/none", { fails: "ParameterNotFound" }),
    ssm("a secret opens to those who ask", "get-parameter --name /life/secret --with-decryption", { gives: { Parameter: { Type: "SecureString", Value: "open" } } }),
    ssm("many are read at once", "get-parameters --names /life/list /life/none", { gives: { Parameters: [{ Name: "/life/list", Value: "a,b" }], InvalidParameters: ["/life/none"] } }),
    ssm("one level of a path", "get-parameters-by-path --path /life --query Parameters[].Name", { gives: ["/life/list", "/life/secret"] }),
    ssm("or all below it", "get-parameters-by-path --path /life --recursive --query sort(Parameters[].Name)", { gives: ["/life/dev/stage", "/life/list", "/life/secret"] }),
    ssm("they are described", "describe-parameters --parameter-filters Key=Name,Option=BeginsWith,Values=/life/d", { gives: { Parameters: [{ Name: "/life/dev/stage", Type: "String", Version: 2, Tier: "Standard" }] }, moto: { differs: "knows no user", in: ["LastModifiedUser"] } }),
    ssm("with a history", "get-parameter-history --name /life/dev/stage --query Parameters[].[Version,Value]", { gives: [[1, "dev"], [2, "test"]] }),
    ssm("and tags", "list-tags-for-resource --resource-type Parameter --resource-id /life/dev/stage", { gives: { TagList: [{ Key: "owner", Value: "me" }] } }),
    ssm("which change", "add-tags-to-resource --resource-type Parameter --resource-id /life/dev/stage --tags Key=owner,Value=us", { gives: {} }),
    ssm("and go", "remove-tags-from-resource --resource-type Parameter --resource-id /life/dev/stage --tag-keys owner", { gives: {} }),
    ssm("so that none is left", "list-tags-for-resource --resource-type Parameter --resource-id /life/dev/stage", { gives: { TagList: [] } }),
    ssm("elsewhere there are none", "get-parameter --name /life/list --region eu-west-1", { fails: "ParameterNotFound" }),
    ssm("nor in another account", "get-parameter --name /life/list", { as: "in_dev", fails: "ParameterNotFound" }),
    ssm("many go at once", "delete-parameters --names /life/list /life/none", { gives: { DeletedParameters: ["/life/list"], InvalidParameters: ["/life/none"] } }),
    ssm("or one", "delete-parameter --name /life/secret", { gives: {} }),
    ssm("once", "delete-parameter --name /life/secret", { fails: "ParameterNotFound" }),
  ],
};
