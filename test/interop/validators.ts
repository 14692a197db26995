import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { memoryPages, validateXML } from 'xmllint-wasm';

/** What an XSD finds wrong with a document; empty where it is valid. */
export async function xsdFaults(xml: string, xsdPath: string): Promise<string[]> {
  const result = await validateXML({
    xml: [{ fileName: 'schedule.xml', contents: xml }],
    schema: [{ fileName: 'schedule.xsd', contents: readFileSync(xsdPath, 'utf8') }],
    // files of a few megabytes do not fit into the 16 that are the default
    initialMemoryPages: 512 * memoryPages.MiB,
    maxMemoryPages: 2 * memoryPages.GiB,
  });
  return result.errors.map(({ message, loc }) => `line ${loc?.lineNumber ?? '?'}: ${message}`);
}

const compiled = new Map<string, ValidateFunction>();

/** What a JSON schema (draft-06) finds wrong with a document; empty where it is valid. */
export function jsonSchemaFaults(json: string, schemaPath: string): string[] {
  const validate = compiled.get(schemaPath) ?? compile(schemaPath);
  compiled.set(schemaPath, validate);
  if (validate(JSON.parse(json))) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath}: ${error.message ?? ''}`);
}

function compile(path: string): ValidateFunction {
  // the schema uses keywords that are comments to a validator ($oneOf, examples, deprecated), and a format "color" of its own
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { color: /^#[0-9a-f]{6}$/i } });
  addFormats.default(ajv);
  ajv.addMetaSchema(JSON.parse(readFileSync(new URL(import.meta.resolve('ajv/dist/refs/json-schema-draft-06.json')), 'utf8')) as object);
  return ajv.compile(JSON.parse(readFileSync(path, 'utf8')) as object);
}
