import type { Service } from "../../operation.ts";
import { quotaOperations } from "./quotas.ts";
import { requestOperations } from "./request-operations.ts";
import { advance } from "./requests.ts";

/** Service Quotas, API version 2019-06-24: the account quota of AWS Organizations, which can be raised. */
export const serviceQuotas: Service = { id: "service-quotas", operations: [...quotaOperations, ...requestOperations], advance };
