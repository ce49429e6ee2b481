import { parse, parseAllDocuments } from 'yaml'
import type { PolicyFile } from '../../../core/policy/target.ts'
import { isRefused, type PolicyRule } from './azure-evaluator.ts'
import { cel } from './cel.ts'
import { workloadOf } from './checker.ts'
import { isDenied, type Statement } from './scp-evaluator.ts'
import type { Vector } from './vectors.ts'

/** An engine that runs within a test, and which documents it reads. */
export interface QuickEngine {
  readonly target: string
  readonly engine: string
  refused(files: readonly PolicyFile[], vector: Vector): boolean
}

export const QUICK_ENGINES: readonly QuickEngine[] = [
  {
    target: 'aws-scp',
    engine: 'our own evaluator of IAM conditions',
    refused: (files, vector) => onEveryRequest(files, vector),
  },
  {
    target: 'aws-tag-policy',
    engine: 'our own evaluator of tag policies',
    refused: (files, { tags }) => files.some((file) => isNoncompliant(JSON.parse(file.text), tags)),
  },
  {
    target: 'azure-policy',
    engine: 'our own evaluator of policy rules',
    refused: (files, { tags }) =>
      files
        .filter(({ path }) => /^(?:require|allow)-/.test(path))
        .some(({ text }) =>
          isRefused(
            (JSON.parse(text) as { properties: { policyRule: PolicyRule } }).properties.policyRule,
            tags,
          ),
        ),
  },
  {
    target: 'gcp-org-policy',
    engine: '@marcbachmann/cel-js',
    refused: (files, { tags }) => {
      const labels = Object.keys(tags).length > 0 ? { labels: tags } : {}
      const answers = files
        .filter(({ path }) => path.startsWith('constraints/') && path.endsWith('Vm.yaml'))
        .map(({ text }) => cel((parse(text) as { condition: string }).condition, { resource: labels }))
      return answers.some(isTrue)
    },
  },
  {
    target: 'kubernetes-vap',
    engine: '@marcbachmann/cel-js',
    refused: (files, vector) => {
      const answers = new Set([0, 1, 2].map((index) => isInvalid(files, workloadOf(vector, index))))
      if (answers.size > 1) throw new Error('the kinds have different answers')
      return [...answers][0]!
    },
  },
]

function isTrue(answer: unknown): boolean {
  if (typeof answer !== 'boolean') throw new Error(`the answer is ${String(answer)}, and no truth value`)
  return answer
}

const REQUESTS = [
  { action: 'ec2:RunInstances', resource: 'arn:aws:ec2:us-east-1:111122223333:instance/*' },
  { action: 'ec2:CreateVolume', resource: 'arn:aws:ec2:us-east-1:111122223333:volume/*' },
  {
    action: 'sagemaker:CreateTrainingJob',
    resource: 'arn:aws:sagemaker:us-east-1:111122223333:training-job/x',
  },
]

/** All of them must have the same answer. */
function onEveryRequest(files: readonly PolicyFile[], { tags }: Vector): boolean {
  const documents = files.map(({ text }) => JSON.parse(text) as { Statement: Statement[] })
  const context = Object.fromEntries(
    Object.entries(tags).map(([key, value]) => [`aws:RequestTag/${key}`, value]),
  )
  const answers = new Set(REQUESTS.map((request) => isDenied(documents, { ...request, context })))
  if (answers.size > 1) throw new Error('the requests have different answers')
  return [...answers][0]!
}

interface TagPolicy {
  readonly tags: Readonly<
    Record<
      string,
      { readonly tag_key: { '@@assign': string }; readonly tag_value?: { '@@assign': readonly string[] } }
    >
  >
}

/** A key in another case, or a value that is not listed. What is not there is compliant. */
function isNoncompliant({ tags: policies }: TagPolicy, tags: Readonly<Record<string, string>>): boolean {
  return Object.values(policies).some(({ tag_key, tag_value }) =>
    Object.entries(tags).some(([key, value]) => {
      if (key.toLowerCase() !== tag_key['@@assign'].toLowerCase()) return false
      return (
        key !== tag_key['@@assign'] || (tag_value !== undefined && !tag_value['@@assign'].includes(value))
      )
    }),
  )
}

export interface AdmissionSpec {
  readonly variables: readonly { readonly name: string; readonly expression: string }[]
  readonly validations: readonly { readonly expression: string }[]
}

/** @param oldObject what is updated; null of what is created */
export function isInvalid(files: readonly PolicyFile[], object: unknown, oldObject: unknown = null): boolean {
  const [policy] = parseAllDocuments(files.find(({ path }) => path.endsWith('.yaml'))!.text)
  const { spec } = policy!.toJS() as { spec: AdmissionSpec }
  const variables: Record<string, unknown> = {}
  for (const { name, expression } of spec.variables)
    variables[name] = cel(expression, { object, oldObject, variables })
  return spec.validations.some(({ expression }) => !isTrue(cel(expression, { object, oldObject, variables })))
}
