import type { JsonBlockSchema, JsonBodySchema } from '../../hcl/json/parse-json-body.ts'

/**
 * Which properties of a JSON configuration are blocks.
 * https://developer.hashicorp.com/terraform/language/syntax/json
 *
 * The nested blocks of a resource are known to its provider alone. They are left as arguments here: who reads a block
 * takes an object, or a list of objects, for it as well.
 */
const block = (labels: number, body: JsonBodySchema): JsonBlockSchema => ({ labels, body })
const PLAIN: JsonBodySchema = { blocks: {} }
const LITERAL: JsonBodySchema = { blocks: {}, form: 'literal' }

const CONDITIONS = { precondition: block(0, PLAIN), postcondition: block(0, PLAIN) }
const LIFECYCLE = block(0, { blocks: CONDITIONS })
const DYNAMIC: JsonBlockSchema = block(1, {
  get blocks() {
    return { content: block(0, RESOURCE_BODY), dynamic: DYNAMIC }
  },
})
/** Also of a `dynamic` block's content, which may hold further ones. */
const RESOURCE_BODY: JsonBodySchema = { blocks: { dynamic: DYNAMIC } }

const RESOURCE: JsonBodySchema = {
  blocks: {
    dynamic: DYNAMIC,
    lifecycle: LIFECYCLE,
    connection: block(0, PLAIN),
    provisioner: block(1, { blocks: { connection: block(0, PLAIN) } }),
  },
}

const TERRAFORM: JsonBodySchema = {
  blocks: {
    backend: block(1, PLAIN),
    cloud: block(0, { blocks: { workspaces: block(0, PLAIN) } }),
    required_providers: block(0, PLAIN),
    provider_meta: block(1, PLAIN),
  },
}

export const CONFIGURATION_IN_JSON: JsonBodySchema = {
  arguments: [],
  blocks: {
    terraform: block(0, TERRAFORM),
    provider: block(1, { blocks: { dynamic: DYNAMIC } }),
    variable: block(1, {
      blocks: { validation: block(0, PLAIN) },
      strings: { type: 'expression', default: 'literal' },
    }),
    locals: block(0, PLAIN),
    output: block(1, { blocks: CONDITIONS }),
    module: block(1, PLAIN),
    resource: block(2, RESOURCE),
    data: block(2, RESOURCE),
    ephemeral: block(2, RESOURCE),
    moved: block(0, PLAIN),
    import: block(0, PLAIN),
    removed: block(0, { blocks: { lifecycle: LIFECYCLE, provisioner: block(1, PLAIN) } }),
    check: block(1, { blocks: { assert: block(0, PLAIN), data: block(2, RESOURCE) } }),
  },
}

/** `.tfvars.json`: values and nothing to evaluate. */
export const VARIABLE_VALUES_IN_JSON: JsonBodySchema = LITERAL
