import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { SPECIAL_FORMS } from '../../../core/terraform/functions/call-function.ts'
import { functions } from '../../../core/terraform/functions/functions.ts'

describe('the table of functions', () => {
  const golden = readFileSync(new URL('./signatures.golden', import.meta.url), 'utf8')
  const signatures = golden
    .split('\n')
    .filter((line) => line !== '' && !SPECIAL_FORMS.has(line.split('(')[0]!))

  it('has every function of Terraform 1.11, under its name and with its parameters', () => {
    const ours = Object.entries(functions).map(([name, { parameters, rest }]) => {
      const names = parameters.map((parameter) => parameter.name)
      return `${name}(${[...names, ...(rest ? [`...${rest.name}`] : [])].join(', ')})`
    })
    assert.deepEqual(ours.sort(), signatures)
  })
})
