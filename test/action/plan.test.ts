import assert from 'node:assert/strict'
import { planText } from '../terraform/plan-json/plan-of.ts'
import { contract } from './contract.ts'
import type { Story } from './pull-request-repository.ts'
import { scenario } from './scenario.ts'
import { box, platform } from './stories.ts'

const instance = (instance_type: string) => ({ instance_type, region: 'us-east-1' })
const PLAN = planText([
  { address: 'aws_instance.fraud_train', before: instance('m5.large'), after: instance('m5.large') },
  { address: 'aws_instance.gpu_train', after: instance('m5.large') },
])

/** A plan that an earlier step has left in the workspace. */
const PLANNED: Story = {
  base: platform(box('fraud_train')),
  head: platform(box('fraud_train'), { 'infra/gpu.tf': box('gpu_train'), 'plan.json': PLAN }),
}

contract('a plan', (rule) => {
  rule('is read in place of the files of its project', async (node) => {
    const { run, comments } = await scenario(node, PLANNED)
    const { code, outputs } = await run({ inputs: { plan: 'infra=plan.json', 'fail-on': 'none' } })
    assert.equal(code, 0)
    assert.equal(outputs['monthly-delta'], '70.08')
    assert.match(comments()[0]!.body, /is read from the plan plan\.json/)
  })

  rule('that is none fails the job and says how to make one', async (node) => {
    const { run } = await scenario(node, PLANNED)
    const { code, commands } = await run({ inputs: { plan: 'ascribe.yml' } })
    assert.equal(code, 1)
    assert.match(
      commands.at(-1)!.data,
      /ascribe\.yml is not JSON\. make it with "terraform show -json tfplan/,
    )
  })
})
