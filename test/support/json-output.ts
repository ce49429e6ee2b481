import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { type OutputName, outputs } from '../../scripts/json-schemas/json-schema.ts'

const ajv = new Ajv2020({ strict: true, strictTypes: false })
const published = Object.fromEntries(
  (Object.keys(outputs) as OutputName[]).map((name) => [
    name,
    ajv.compile(JSON.parse(committedSchema(name))),
  ]),
) as Record<OutputName, ReturnType<typeof ajv.compile>>

export function committedSchema(name: OutputName): string {
  return readFileSync(join(import.meta.dirname, `../../schema/${name}.schema.json`), 'utf8')
}

/** Valid, and with nothing in it that the schema does not have. */
export function conforms(name: OutputName, text: string): void {
  const document = JSON.parse(text)
  assert.ok(published[name](document), JSON.stringify(published[name].errors))
  assert.deepEqual(outputs[name].parse(document), document)
}
