import {
  AddClientIDToOpenIDConnectProviderCommand, CreateOpenIDConnectProviderCommand, CreateSAMLProviderCommand, DeleteOpenIDConnectProviderCommand, DeleteSAMLProviderCommand, GetOpenIDConnectProviderCommand,
  GetSAMLProviderCommand, ListOpenIDConnectProvidersCommand, ListSAMLProvidersCommand, RemoveClientIDFromOpenIDConnectProviderCommand, UpdateOpenIDConnectProviderThumbprintCommand, UpdateSAMLProviderCommand,
} from "@aws-sdk/client-iam";
import { beforeEach, describe, expect, it } from "vitest";
import { failure, MANAGEMENT, Stage } from "./testing/stage.ts";

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

const metadata = (more = ""): string =>
  `<md:EntityDescriptor entityID="x" ${more}><md:IDPSSODescriptor><X509Certificate>${"A".repeat(1_000)}</X509Certificate></md:IDPSSODescriptor></md:EntityDescriptor>`;
const saml = (Name: string, SAMLMetadataDocument = metadata(), more: object = {}) => stage.iam().send(new CreateSAMLProviderCommand({ Name, SAMLMetadataDocument, ...more }));
const samlArn = (name: string): string => `arn:aws:iam::${MANAGEMENT}:saml-provider/${name}`;
const getSaml = (name: string) => stage.iam().send(new GetSAMLProviderCommand({ SAMLProviderArn: samlArn(name) }));

describe("SAML providers", () => {
  it("keep their metadata, and the time until it is valid", async () => {
    const document = metadata('validUntil="2030-05-01T00:00:00Z"');
    const { SAMLProviderArn } = await saml("okta", document, { Tags: [{ Key: "a", Value: "b" }] });
    expect(SAMLProviderArn).toBe(samlArn("okta"));
    expect(await getSaml("okta")).toMatchObject({ SAMLMetadataDocument: document, ValidUntil: new Date("2030-05-01T00:00:00Z"), Tags: [{ Key: "a", Value: "b" }] });
    expect((await stage.iam().send(new ListSAMLProvidersCommand({}))).SAMLProviderList).toMatchObject([{ Arn: samlArn("okta") }]);
  });

  it("have one name each, and metadata that can be read", async () => {
    await saml("okta");
    expect(await failure(saml("okta"))).toContain("EntityAlreadyExists");
    expect(await failure(saml("other", "x".repeat(1_000)))).toBe("InvalidInput: Could not parse metadata");
    expect(await failure(saml("other", "x"))).toContain("ValidationError");
    expect(await failure(saml("other", undefined, { AddPrivateKey: "key" }))).toContain("NotImplemented");
  });

  it("are updated and deleted", async () => {
    await saml("okta");
    const document = metadata('validUntil="2031-05-01T00:00:00Z"');
    await stage.iam().send(new UpdateSAMLProviderCommand({ SAMLProviderArn: samlArn("okta"), SAMLMetadataDocument: document }));
    expect((await getSaml("okta")).SAMLMetadataDocument).toBe(document);
    await stage.iam().send(new DeleteSAMLProviderCommand({ SAMLProviderArn: samlArn("okta") }));
    expect(await failure(getSaml("okta"))).toBe(`NoSuchEntity: Manifest not found for arn ${samlArn("okta")}`);
  });
});

const URL = "https://token.actions.githubusercontent.com";
const oidcArn = `arn:aws:iam::${MANAGEMENT}:oidc-provider/token.actions.githubusercontent.com`;
const oidc = (Url = URL, more: object = {}) => stage.iam().send(new CreateOpenIDConnectProviderCommand({ Url, ...more }));
const getOidc = (OpenIDConnectProviderArn = oidcArn) => stage.iam().send(new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn }));

describe("OIDC providers", () => {
  it("are known by host and path", async () => {
    const ThumbprintList = ["a".repeat(40)];
    const created = await oidc(URL, { ClientIDList: ["sts.amazonaws.com"], ThumbprintList, Tags: [{ Key: "a", Value: "b" }] });
    expect(created.OpenIDConnectProviderArn).toBe(oidcArn);
    expect(await getOidc()).toMatchObject({ Url: "token.actions.githubusercontent.com", ClientIDList: ["sts.amazonaws.com"], ThumbprintList, Tags: [{ Key: "a", Value: "b" }] });
    expect((await stage.iam().send(new ListOpenIDConnectProvidersCommand({}))).OpenIDConnectProviderList).toEqual([{ Arn: oidcArn }]);
    expect((await oidc("https://oidc.eks.eu-central-1.amazonaws.com/id/ABC")).OpenIDConnectProviderArn).toMatch(/oidc-provider\/oidc\.eks\.eu-central-1\.amazonaws\.com\/id\/ABC$/);
  });

  it("need https, and one entry each", async () => {
    await oidc();
    expect(await failure(oidc())).toBe(`EntityAlreadyExists: Provider with url ${URL} already exists.`);
    expect(await failure(oidc("http://example.com"))).toBe("InvalidInput: Invalid Open ID Connect Provider URL");
    expect(await failure(oidc("https://e.example.com", { ThumbprintList: Array.from({ length: 6 }, () => "a".repeat(40)) }))).toContain("InvalidInput");
  });

  it("take clients and thumbprints", async () => {
    await oidc();
    const client = { OpenIDConnectProviderArn: oidcArn, ClientID: "c" };
    for (let twice = 0; twice < 2; twice += 1) await stage.iam().send(new AddClientIDToOpenIDConnectProviderCommand(client));
    expect((await getOidc()).ClientIDList).toEqual(["c"]);
    for (let twice = 0; twice < 2; twice += 1) await stage.iam().send(new RemoveClientIDFromOpenIDConnectProviderCommand(client));
    await stage.iam().send(new UpdateOpenIDConnectProviderThumbprintCommand({ OpenIDConnectProviderArn: oidcArn, ThumbprintList: ["b".repeat(40)] }));
    expect(await getOidc()).toMatchObject({ ClientIDList: [], ThumbprintList: ["b".repeat(40)] });
  });

  it("take a hundred clients at most", async () => {
    await oidc(URL, { ClientIDList: Array.from({ length: 100 }, (_, index) => `client-${index}`) });
    expect(await failure(stage.iam().send(new AddClientIDToOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: oidcArn, ClientID: "c" })))).toContain("LimitExceeded");
  });

  it("are deleted, also when they are not there", async () => {
    await oidc();
    for (let twice = 0; twice < 2; twice += 1) await stage.iam().send(new DeleteOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: oidcArn }));
    expect(await failure(getOidc())).toContain("NoSuchEntity");
    expect(await failure(getOidc("arn:aws:iam::111111111111:user/x"))).toContain("InvalidInput");
  });
});
