import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { JsonSchema } from '../../schema/json-schemas.ts';
import type { Locator, Path } from './locate.ts';
import type { Mistake } from './mistake.ts';
import { explain } from './shape-messages.ts';

/** A mistake of shape, and the path of the value that has it. */
export interface Misshapen extends Mistake {
  readonly path: Path;
}

/** Checks parsed values against one JSON Schema. */
export interface Shape {
  /** Every mistake at once; none: the value has the shape that the schema describes. */
  readonly mistakes: (file: string, value: unknown, at: Locator) => readonly Misshapen[];
}

/** A checker for a JSON Schema (2020-12), compiled when it is first needed. */
export function shapeOf(schema: JsonSchema): Shape {
  let validate: ValidateFunction | undefined;
  return {
    mistakes(file, value, at) {
      validate ??= compile(schema);
      if (validate(value)) return [];
      return (validate.errors ?? []).flatMap((error) => toMistake(file, error, at));
    },
  };
}

function compile(schema: JsonSchema): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true, strictRequired: false });
  ajv.addFormat('date', fullFormats.date);
  ajv.addFormat('date-time', fullFormats['date-time']);
  ajv.addFormat('email', fullFormats.email);
  return ajv.compile(schema);
}

function toMistake(file: string, error: ErrorObject, at: Locator): readonly Misshapen[] {
  const found = explain(error, pathOf(error.instancePath));
  if (!found) return [];
  const { path, part, message, hint } = found;
  return [{ file, ...at[part](path), message, ...(hint ? { hint } : {}), path }];
}

/** A JSON Pointer (RFC 6901) as a path. */
function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
