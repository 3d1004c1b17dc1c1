import type { Extra } from "../blueprint.ts";
import { businessContinuity } from "./business-continuity.ts";
import { businessUnits } from "./business-units.ts";
import { businessUsers } from "./business-users.ts";
import { exceptions } from "./exceptions.ts";
import { infrastructureServices } from "./infrastructure-services.ts";
import { manufacturingDelivery } from "./manufacturing-delivery.ts";
import { offTheShelf } from "./off-the-shelf.ts";
import { policyOrganization } from "./policy-organization.ts";
import { policyStaging } from "./policy-staging.ts";
import { securityTooling } from "./security-tooling.ts";
import { serviceFoo } from "./service-foo.ts";
import { splitDelivery } from "./split-delivery.ts";
import { splitObservability } from "./split-observability.ts";
import { splitSdlc } from "./split-sdlc.ts";
import { transitional } from "./transitional.ts";

/** In the order in which they amend a blueprint: what takes accounts away first, what divides them last. */
export const EXTRAS: readonly Extra[] = [
  businessUnits,
  manufacturingDelivery,
  serviceFoo,
  offTheShelf,
  infrastructureServices,
  policyStaging,
  businessUsers,
  exceptions,
  transitional,
  businessContinuity,
  securityTooling,
  splitDelivery,
  splitObservability,
  policyOrganization,
  splitSdlc,
];
