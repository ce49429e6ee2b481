import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { parse as hcl2json } from '@cdktf/hcl2json'
import hcl2parser from 'hcl2-parser'
import { readValid } from './read.ts'
import { type Json, toJson } from './to-json.ts'

/** Two independent readers of HCL, both made from HashiCorp's own in Go. What they can express, ours must agree with. */
describe('differential: other readers see the same blocks, labels, arguments, values and sources', () => {
  for (const name of ['gpu-training-run', 'llama-serving', 'templates', 'templates-crlf']) {
    const text = readFileSync(new URL(`fixtures/${name}.tf`, import.meta.url), 'utf8')

    it(`${name}.tf: @cdktf/hcl2json`, async () => {
      assert.deepEqual(ours(text), sorted(await hcl2json(`${name}.tf`, text)))
    })

    it(`${name}.tf: hcl2-parser`, () => {
      const [theirs] = hcl2parser.parseToObject(text) as [Json]
      assert.deepEqual(unescaped(ours(text)), unescaped(sorted(theirs)))
    })
  }
})

function ours(text: string): Json {
  return sorted(toJson(text, readValid(text).body))
}

/** Go's maps come in alphabetical order. */
function sorted(value: Json): Json {
  return JSON.parse(JSON.stringify(value), (_, each: Json) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
}

/** hcl2-parser does not say which `${` were escaped. */
function unescaped(value: Json): Json {
  return JSON.parse(JSON.stringify(value).replace(/([$%])\1*\{/g, '$1{'))
}
