import { CREATE_ACTIONS, SOURCE, TAG_ACTIONS, UNTAG_ACTIONS } from '../aws-actions.generated.ts'
import type { Limit } from '../features.ts'
import { namesOf, type PolicySchema } from '../policy-schema.ts'
import { type Allowed, type Atom, type Case, type Refusal, refusals } from '../refusals.ts'
import type { PolicyFile, PolicyOptions, PolicyTarget } from '../target.ts'

// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html
interface Statement {
  readonly Sid: string
  readonly Effect: 'Deny'
  readonly Action: readonly string[]
  readonly Resource: string
  readonly Condition: Conditions
}

/** Operator → condition key → value. All must hold; of several values, one. */
type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>

/** Of one SCP, white space included. */
export const MAX_SCP = 5_120
/** An account, unit or root takes five, and one of them is FullAWSAccess. */
const MAX_ATTACHED = 4

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
    `At most ${MAX_ATTACHED} SCPs can be attached to one account, unit or root beside FullAWSAccess.`,
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
        .flatMap((name) => lost(key, `the key ${JSON.stringify(name)} cannot stand in a condition`)),
    ),
    ...statementsOf(policy, options)
      .filter(({ statement }) => !fits([statement]))
      .flatMap(({ key }) => lost(key, `its values take more than the ${MAX_SCP} characters of an SCP`)),
  ]
}

function lost(key: string, because: string): readonly Limit[] {
  return FEATURES.map((feature) => ({ key, feature, because }))
}

const FEATURES = ['missing', 'missing-when', 'empty', 'values', 'value-case', 'aliases'] as const

/** What AWS allows in a tag key; `$` and `*` have no place in a condition key. */
const isConditionKey = (name: string) => /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u.test(name)

function files(policy: PolicySchema, options: PolicyOptions): readonly PolicyFile[] {
  const documents: Statement[][] = []
  for (const { statement } of statementsOf(policy, options)) {
    const last = documents.at(-1)
    if (last && fits([...last, statement])) last.push(statement)
    else if (fits([statement])) documents.push([statement])
  }
  return documents.map((statements, index) => ({
    path: `scp-${index + 1}${options.enforce ? '' : '.draft'}.json`,
    text: scpText(statements),
  }))
}

const fits = (statements: readonly Statement[]) => scpText(statements).length <= MAX_SCP

/** A statement a line: white space counts. */
function scpText(statements: readonly Statement[]): string {
  const lines = statements.map((statement) => JSON.stringify(statement)).join(',\n')
  return `{"Version":"2012-10-17","Statement":[\n${lines}\n]}\n`
}

/** What a statement is about, beside it. */
interface Keyed {
  readonly key: string
  readonly statement: Statement
}

function statementsOf(policy: PolicySchema, options: PolicyOptions): readonly Keyed[] {
  const exempt: Conditions =
    options.exemptRoles.length > 0 ? { ArnNotLike: { 'aws:PrincipalArn': options.exemptRoles } } : {}
  const found = refusals(policy, 'aws')
  const statements = [
    ...found.flatMap((refusal) =>
      refused(refusal, found, exempt).map((statement) => ({ key: refusal.key, statement })),
    ),
    ...removal(policy, exempt).map((statement) => ({ key: '', statement })),
  ]
  const taken = new Set<string>()
  return statements.map(({ key, statement }) => ({
    key,
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

function refused(refusal: Refusal, all: readonly Refusal[], exempt: Conditions): Statement[] {
  const values = all.find(({ key, kind }) => key === refusal.key && kind === 'invalid')
  const both = refusal.kind === 'missing' && values ? missingOrOther(refusal, values) : undefined
  const isCovered =
    refusal.kind === 'invalid' &&
    all.some(
      (other) => other.key === refusal.key && other.kind === 'missing' && missingOrOther(other, refusal),
    )
  const conditions = both ? [both] : lacking(refusal.cases).map(conditionsOf)
  // Cases that differ in the case of a key come to the same.
  const distinct = new Map(
    conditions.filter((found) => found !== undefined).map((found) => [JSON.stringify(found), found]),
  )
  const groups = isCovered ? TAGGING : refusal.kind === 'missing' ? CREATING : [...CREATING, ...TAGGING]
  return [...distinct.values()].flatMap((condition) =>
    groups.map(
      ([resource, actions]): Statement => ({
        Sid: `${refusal.kind === 'missing' ? 'Need' : 'Value'}${capital(refusal.name)}`,
        Effect: 'Deny',
        Action: actions,
        Resource: resource,
        Condition: { ...condition, ...exempt },
      }),
    ),
  )
}

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

/** For a key that is always required and listed: a negated operator is true for a key that is not there. */
function missingOrOther(missing: Refusal, invalid: Refusal): Conditions | undefined {
  const [first] = missing.cases
  const isPlain = first?.length === 1 && first[0]?.kind === 'absent' && isConditionKey(missing.name)
  const [atom] = invalid.cases[0] ?? []
  if (!isPlain || atom?.kind !== 'notAllowed') return undefined
  const values = valuesOf(atom.allowed).filter((value) => value !== '')
  return values.length === 0 ? undefined : { StringNotEquals: { [`aws:RequestTag/${missing.name}`]: values } }
}

type ActionGroup = readonly [resource: string, actions: readonly string[]]

/** Actions by the resource on which they see the tags. */
const CREATING: readonly ActionGroup[] = [...new Set(CREATE_ACTIONS.map(({ arn }) => arn))].map((arn) => [
  arn,
  CREATE_ACTIONS.filter((known) => known.arn === arn).map(({ action }) => action),
])

/** Tags that are put on later are judged by their values alone. */
const TAGGING: readonly ActionGroup[] = [['*', TAG_ACTIONS]]

/** A key that is not there or is empty is one condition, since a negated operator is true for what is not there. */
type ScpAtom = Atom | { readonly kind: 'lacks'; readonly name: string }

function lacking(cases: readonly Case[]): readonly (readonly ScpAtom[])[] {
  const beginning = (atoms: Case) => JSON.stringify([atoms.slice(0, -1), atoms.at(-1)?.name])
  const kinds = new Map<string, Set<string>>()
  for (const atoms of cases)
    kinds.set(beginning(atoms), (kinds.get(beginning(atoms)) ?? new Set()).add(atoms.at(-1)!.kind))
  return cases.flatMap((atoms): (readonly ScpAtom[])[] => {
    const last = atoms.at(-1)!
    const isPair = kinds.get(beginning(atoms))!.has('absent') && kinds.get(beginning(atoms))!.has('blank')
    if (!isPair) return [atoms]
    return last.kind === 'blank' ? [] : [[...atoms.slice(0, -1), { kind: 'lacks', name: last.name }]]
  })
}

/** Undefined where IAM cannot express the case, or where it contradicts itself once case no longer counts. */
function conditionsOf(atoms: readonly ScpAtom[]): Conditions | undefined {
  const nulls: Record<string, string> = {}
  const equals: Record<string, string> = {}
  const others: Record<string, readonly string[]> = {}
  const unlike: Record<string, string> = {}
  for (const atom of atoms) {
    if (!isConditionKey(atom.name)) return undefined
    const key = `aws:RequestTag/${atom.name}`
    const same = Object.keys({ ...nulls, ...equals }).find(
      (known) => known.toLowerCase() === key.toLowerCase(),
    )
    switch (atom.kind) {
      case 'absent':
        if (same === undefined) nulls[key] = 'true'
        else if (nulls[same] !== 'true') return undefined
        break
      case 'equals':
      case 'blank':
        if (same !== undefined) return undefined
        equals[key] = atom.kind === 'equals' ? literal(atom.value) : ''
        break
      case 'lacks':
        if (nulls[same ?? ''] === 'true') break
        if (same !== undefined) return undefined
        unlike[key] = '?*'
        break
      case 'notAllowed': {
        const values = valuesOf(atom.allowed)
        if (same !== undefined || values.length === 0) return undefined
        // True for a key that is not there, too: so that it is there must be said.
        nulls[key] = 'false'
        others[key] = values
        break
      }
      default:
        atom satisfies never
    }
  }
  return {
    ...(Object.keys(nulls).length > 0 && { Null: nulls }),
    ...(Object.keys(equals).length > 0 && { StringEquals: equals }),
    ...(Object.keys(unlike).length > 0 && { StringNotLike: unlike }),
    ...(Object.keys(others).length > 0 && { StringNotEquals: others }),
  }
}

function valuesOf({ values, or }: Allowed): readonly string[] {
  return values === undefined ? [] : [...new Set([...values, ...or])].map(literal)
}

/** `${` begins a policy variable. */
const literal = (value: string) => value.replaceAll('${', () => '${$}{')

function removal(policy: PolicySchema, exempt: Conditions): readonly Statement[] {
  const names = policy.requirements
    .filter(({ required }) => required === 'always')
    .flatMap(({ key: { key } }) => namesOf(key, 'aws', policy.schema))
    .map(literal)
  if (names.length === 0) return []
  return [
    {
      Sid: 'KeepTags',
      Effect: 'Deny',
      Action: UNTAG_ACTIONS,
      Resource: '*',
      Condition: { 'ForAnyValue:StringEqualsIgnoreCase': { 'aws:TagKeys': names }, ...exempt },
    },
    {
      // Without any key, DeleteTags takes all of them.
      Sid: 'KeepAllTags',
      Effect: 'Deny',
      Action: ['ec2:DeleteTags'],
      Resource: '*',
      Condition: { Null: { 'aws:TagKeys': 'true' }, ...exempt },
    },
  ]
}
