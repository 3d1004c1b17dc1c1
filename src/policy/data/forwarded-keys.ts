/**
 * Condition keys, in lower case, that a service passes on when it calls another in the name of its caller: "your
 * identity, permissions, and session attributes". A name that ends in `/*` stands for every key with that part before its slash.
 * Source: IAM User Guide, "Forward access sessions", and "AWS global condition context keys", "Properties of the
 * principal" and "Properties of a role session". Keys of the network, the resource and the request are those of the
 * service's own call.
 */
export const FORWARDED_KEYS: ReadonlySet<string> = new Set([
  "aws:principalarn", "aws:principalaccount", "aws:principalorgpaths", "aws:principalorgid", "aws:principaltag/*",
  "aws:principalisawsservice", "aws:principaltype", "aws:userid", "aws:username",
  "aws:assumedroot", "aws:federatedprovider", "aws:tokenissuetime", "aws:signinsessionarn", "aws:multifactorauthage",
  "aws:multifactorauthpresent", "aws:chatbotsourcearn", "aws:ec2instancesourcevpc", "aws:ec2instancesourceprivateipv4",
  "aws:sourceidentity", "ec2:roledelivery", "ec2:sourceinstancearn", "glue:roleassumedby", "glue:credentialissuingservice",
  "codebuild:buildarn", "codebuild:projectarn", "lambda:sourcefunctionarn", "ssm:sourceinstancearn", "identitystore:userid",
]);
