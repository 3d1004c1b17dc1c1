import { errorShape, operationShape, type OperationShape, type StructureShape } from "./shape.ts";

/** A service as its SDK package describes it. */
export interface ServiceModel {
  readonly operations: ReadonlyMap<string, OperationShape>;
  readonly errors: ReadonlyMap<string, StructureShape>;
}

/** Reads a model from everything that an SDK client package exports. */
export function modelOf(loaded: Readonly<Record<string, unknown>>): ServiceModel {
  // A bundler may hand a CommonJS package over as nothing but a default export.
  const exported = { ...(loaded["default"] as object | undefined), ...loaded };
  const operations = new Map<string, OperationShape>();
  const errors = new Map<string, StructureShape>();
  for (const value of Object.values(exported)) {
    const operation = operationShape(value);
    if (operation) operations.set(operation.name, operation);
    const error = errorShape(value);
    if (error) errors.set(error.name, error);
  }
  return { operations, errors };
}
