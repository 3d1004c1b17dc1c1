import type { Examination } from "../../doctor/index.ts";
import { enveloped } from "../json.ts";

/** What the doctor found as `landfall.doctor/1`: each check with its findings, in the order they were made. */
export const doctorJson = ({ checks, reason }: Examination, tool: string): string => enveloped({ format: "landfall.doctor/1", tool }, { checks, reason });
