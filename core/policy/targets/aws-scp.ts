import { CREATE_ACTIONS, SOURCE, TAG_ACTIONS, UNTAG_ACTIONS } from '../aws-actions.generated.ts'
import type { Limit } from '../features.ts'
import { type Conditions, conditionsOf, isConditionKey, literal, missingOrOther } from '../iam-conditions.ts'
import { namesOf, type PolicySchema } from '../policy-schema.ts'
import { type Refusal, refusals } from '../refusals.ts'
import type { PolicyFile, PolicyOptions, PolicyTarget } from '../target.ts'

// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html
interface Statement {
  readonly Sid: string
  readonly Effect: 'Deny'
  readonly Action: readonly string[]
  readonly Resource: string
  readonly Condition: Conditions
}

/** Of one SCP, white space included. AWS doubled it in May 2026, and what stays under the older quota fits either. */
export const MAX_SCP = 5_120

const NO_PATTERN = 'IAM compares with * and ? at most'

export const awsScp: PolicyTarget = {
  id: 'aws-scp',
  summary: 'AWS Service Control Policies: creating without the tags is denied, and so is taking them away.',
  spelling: 'aws',
  apply:
    'aws organizations create-policy --type SERVICE_CONTROL_POLICY --content file://scp-1.json, and attach it to a test unit first',
  cannot: {
    blank: 'IAM cannot tell white space from other texts; the empty one is denied',
    pattern: NO_PATTERN,
    date: NO_PATTERN,
    'key-case': 'IAM takes Team and team for one key; the tag policy tells them apart',
  },
  notes: [
    'SCPs know no audit mode: without --enforce the documents have the suffix .draft, for an IAM policy simulator or a test unit.',
    `Covered are ${CREATE_ACTIONS.length} create actions (${SOURCE}): those that see the tags of the request. Others (glue:StartJobRun, s3:PutObject, …) never do.`,
    'RunInstances is judged on the instance: its volumes and network interfaces may lack tags, and Ascribe says where those do not reach the bill.',
    'SCPs skip the management account and service-linked roles (launches by Auto Scaling), and break services that create first and tag afterwards.',
    `Each stays under ${MAX_SCP} characters. An account, unit or root takes ten SCPs, five before May 2026, and FullAWSAccess is one of them.`,
    's3:PutBucketTagging sees no tags, and takes all of a bucket away: deny it to whom you do not trust with them, or use the TagResource that buckets have since November 2025.',
    'ARNs are those of the partition aws.',
  ],
  limits,
  files,
}

function limits(policy: PolicySchema, options: PolicyOptions): readonly Limit[] {
  return [
    ...policy.requirements.flatMap(({ key: { key } }) =>
      namesOf(key, 'aws', policy.schema)
        .filter((name) => !isConditionKey(name))
        .flatMap((name) => {
          const because = `the key ${JSON.stringify(name)} cannot stand in a condition`
          return [...KEY_FEATURES, ...VALUE_FEATURES].map((feature) => ({ key, feature, because }))
        }),
    ),
    ...statementsOf(policy, options)
      .filter(({ statement }) => !fits(statement))
      .flatMap(({ key, kind }) => {
        const because = `it takes more than the ${MAX_SCP} characters of an SCP`
        const features = kind === 'missing' ? KEY_FEATURES : VALUE_FEATURES
        return features.map((feature) => ({ key, feature, because }))
      }),
  ]
}

const KEY_FEATURES = ['missing', 'missing-when', 'empty', 'aliases'] as const
const VALUE_FEATURES = ['values', 'value-case', 'aliases'] as const

function files(policy: PolicySchema, options: PolicyOptions): readonly PolicyFile[] {
  const documents: Statement[][] = []
  for (const { statement } of statementsOf(policy, options)) {
    const last = documents.at(-1)
    if (last && fits(...last, statement)) last.push(statement)
    else if (fits(statement)) documents.push([statement])
  }
  return documents.map((statements, index) => ({
    path: `scp-${index + 1}${options.enforce ? '' : '.draft'}.json`,
    text: scpText(statements),
  }))
}

const fits = (...statements: readonly Statement[]) => scpText(statements).length <= MAX_SCP

/** A statement a line: white space counts. */
function scpText(statements: readonly Statement[]): string {
  const lines = statements.map((statement) => JSON.stringify(statement)).join(',\n')
  return `{"Version":"2012-10-17","Statement":[\n${lines}\n]}\n`
}

/** What a statement is about, beside it. */
interface Keyed {
  readonly key: string
  readonly kind: Refusal['kind']
  readonly statement: Statement
}

function statementsOf(policy: PolicySchema, options: PolicyOptions): readonly Keyed[] {
  const exempt: Conditions =
    options.exemptRoles.length > 0 ? { ArnNotLike: { 'aws:PrincipalArn': options.exemptRoles } } : {}
  const byKey = new Map<string, Refusal[]>()
  for (const refusal of refusals(policy, 'aws'))
    byKey.set(refusal.key, [...(byKey.get(refusal.key) ?? []), refusal])
  const found = [...byKey.values()].flatMap((ofKey) => statementsOfKey(ofKey, exempt))
  const taken = new Set<string>()
  return [...found, ...removal(policy, exempt)].map(({ statement, ...about }) => ({
    ...about,
    statement: { ...statement, Sid: freeSid(statement.Sid, taken) },
  }))
}

/** Letters and digits, and no two alike. */
function freeSid(name: string, taken: Set<string>): string {
  const letters = name.replace(/[^A-Za-z0-9]+/g, '')
  let sid = letters
  for (let count = 2; taken.has(sid); count++) sid = `${letters}${count}`
  taken.add(sid)
  return sid
}

/** A key that lacks and one that has a wrong value are one condition, where that fits. */
function statementsOfKey(ofKey: readonly Refusal[], exempt: Conditions): readonly Keyed[] {
  const missing = ofKey.find(({ kind }) => kind === 'missing')
  const invalid = ofKey.find(({ kind }) => kind === 'invalid')
  const either = missing && invalid && missingOrOther(missing, invalid)
  const both = either ? denied(missing, [either], CREATING, exempt) : []
  if (invalid && both.length > 0 && both.every(({ statement }) => fits(statement)))
    return [...both, ...denied(invalid, invalid.cases.map(conditionsOf), TAGGING, exempt)]
  return ofKey.flatMap((refusal) =>
    denied(
      refusal,
      refusal.cases.map(conditionsOf),
      refusal.kind === 'missing' ? CREATING : [...CREATING, ...TAGGING],
      exempt,
    ),
  )
}

function denied(
  { key, kind, name }: Refusal,
  conditions: readonly (Conditions | undefined)[],
  groups: readonly ActionGroup[],
  exempt: Conditions,
): readonly Keyed[] {
  // Cases that differ in the case of a key come to the same.
  const distinct = new Map(
    conditions.filter((found) => found !== undefined).map((found) => [JSON.stringify(found), found]),
  )
  return [...distinct.values()].flatMap((condition) =>
    groups.map(([resource, actions]) => ({
      key,
      kind,
      statement: {
        Sid: `${kind === 'missing' ? 'Need' : 'Value'}${capital(name)}`,
        Effect: 'Deny' as const,
        Action: actions,
        Resource: resource,
        Condition: { ...condition, ...exempt },
      },
    })),
  )
}

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

type ActionGroup = readonly [resource: string, actions: readonly string[]]

/** Actions by the resource on which they see the tags. */
const CREATING: readonly ActionGroup[] = [...new Set(CREATE_ACTIONS.map(({ arn }) => arn))].map((arn) => [
  arn,
  CREATE_ACTIONS.filter((known) => known.arn === arn).map(({ action }) => action),
])

/** Tags that are put on later are judged by their values alone. */
const TAGGING: readonly ActionGroup[] = [['*', TAG_ACTIONS]]

function removal(policy: PolicySchema, exempt: Conditions): readonly Keyed[] {
  const names = policy.requirements
    .filter(({ required }) => required === 'always')
    .flatMap(({ key: { key } }) => namesOf(key, 'aws', policy.schema))
    .map(literal)
  const deny = (Sid: string, Action: readonly string[], Condition: Conditions): Keyed => ({
    key: 'any',
    kind: 'missing',
    statement: { Sid, Effect: 'Deny', Action, Resource: '*', Condition: { ...Condition, ...exempt } },
  })
  if (names.length === 0) return []
  return [
    deny('KeepTags', UNTAG_ACTIONS, { 'ForAnyValue:StringEqualsIgnoreCase': { 'aws:TagKeys': names } }),
    // Without any key, DeleteTags takes all of them.
    deny('KeepAllTags', ['ec2:DeleteTags'], { Null: { 'aws:TagKeys': 'true' } }),
  ]
}
