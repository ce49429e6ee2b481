import type { Target } from '../../../core/config/spelling.ts'
import { POLICY_TARGETS } from '../../../core/policy/targets/index.ts'
import { documentsOf, policyOf } from './exported.ts'
import { SCHEMAS, type SchemaCase } from './schemas.ts'
import { hashOf, type Vector, vectorsOf } from './vectors.ts'

/** What an engine is given: the documents of a target, and vectors as one platform spells them. */
export interface EngineInput {
  readonly schema: SchemaCase
  readonly target: string
  readonly spelling: Target
  readonly files: readonly { readonly path: string; readonly text: string }[]
  readonly vectors: readonly Vector[]
}

/** Engines that are no part of this repository, and what of ours they read. */
export const ENGINES = {
  opa: [{ target: 'rego', spellings: ['aws', 'azure', 'google'] }],
  conftest: [{ target: 'rego', spellings: ['aws', 'azure', 'google'] }],
  gator: [{ target: 'gatekeeper', spellings: ['kubernetes'] }],
  kyverno: [
    { target: 'kyverno', spellings: ['kubernetes'] },
    { target: 'kubernetes-vap', spellings: ['kubernetes'] },
  ],
  terraform: [{ target: 'terraform-module', spellings: ['aws'] }],
  checkov: [{ target: 'checkov', spellings: ['aws', 'azure', 'google'] }],
} as const satisfies Record<string, readonly { target: string; spellings: readonly Target[] }[]>

export type EngineName = keyof typeof ENGINES

export function inputsOf(engine: EngineName): readonly EngineInput[] {
  return ENGINES[engine].flatMap(({ target: id, spellings }) => {
    const target = POLICY_TARGETS.find((known) => known.id === id)!
    return SCHEMAS.flatMap((schema) => {
      const { policy } = policyOf(schema.yml)
      const files = documentsOf(schema.yml, target)
        .filter(({ path }) => path !== 'README.md')
        .map(({ path, text }) => ({ path, text }))
      return spellings.map((spelling) => ({
        schema,
        target: id,
        spelling,
        files,
        vectors: vectorsOf(schema, policy, spelling),
      }))
    })
  })
}

/** What was recorded of an engine. */
export interface Recorded {
  readonly engine: string
  readonly version: string
  readonly verdicts: readonly {
    readonly schema: string
    readonly target: string
    readonly spelling: string
    /** Of the vectors and the documents: another one means that the engine has to be asked again. */
    readonly hash: string
    /** A character a vector: 1 refused, 0 accepted, - cannot be put to the engine. */
    readonly refused: string
  }[]
}

export function inputHash({ files, vectors }: EngineInput): string {
  return hashOf([files, vectors])
}
