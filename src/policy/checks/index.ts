import { actionKnownCheck } from "./action-known.ts";
import { actionCheck } from "./action.ts";
import type { PolicyCheck } from "./check.ts";
import { conditionKeyKnownCheck } from "./condition-key-known.ts";
import { conditionKeyCheck } from "./condition-key.ts";
import { conditionOperatorCheck } from "./condition-operator.ts";
import { conditionValueCheck } from "./condition-value.ts";
import { delegableCheck } from "./delegable.ts";
import { effectCheck } from "./effect.ts";
import { elementsCheck } from "./elements.ts";
import { emptyCheck } from "./empty.ts";
import { notPrincipalCheck } from "./not-principal.ts";
import { onlyServiceCheck } from "./only-service.ts";
import { placeholderCheck } from "./placeholder.ts";
import { principalCheck } from "./principal.ts";
import { resourceFitsCheck } from "./resource-fits.ts";
import { resourceCheck } from "./resource.ts";
import { serviceCheck } from "./service.ts";
import { sidCheck } from "./sid.ts";
import { typesCheck } from "./types.ts";
import { versionCheck } from "./version.ts";

/** Every check, in the order their problems are told. */
export const CHECKS: readonly PolicyCheck[] = [
  typesCheck,
  versionCheck,
  elementsCheck,
  effectCheck,
  sidCheck,
  principalCheck,
  notPrincipalCheck,
  actionCheck,
  onlyServiceCheck,
  actionKnownCheck,
  delegableCheck,
  serviceCheck,
  resourceCheck,
  resourceFitsCheck,
  conditionOperatorCheck,
  conditionKeyCheck,
  conditionKeyKnownCheck,
  conditionValueCheck,
  emptyCheck,
  placeholderCheck,
];
