import assert from 'node:assert/strict'
import { ascribe } from '../support/run-cli.ts'
import { commitAll, temporaryRepository, writeFiles } from '../support/temporary-folder.ts'
import { planText } from '../terraform/plan-json/plan-of.ts'

const PLATFORM = {
  'infra/main.tf': `provider "aws" {
  region = "us-east-1"
}

variable "size" {}

resource "aws_instance" "train" {
  instance_type = var.size
}
`,
}

function planned(before: string, after: string): string {
  const instance = (instance_type: string) => ({ instance_type, region: 'us-east-1' })
  return planText([{ address: 'aws_instance.train', before: instance(before), after: instance(after) }])
}

describe('ascribe with a plan', () => {
  it('review compares what is there before it with what is there after it', () => {
    const repository = temporaryRepository(PLATFORM)
    writeFiles(repository, { 'plan.json': planned('m5.large', 'p4d.24xlarge') })
    const { code, out, err } = ascribe(
      repository,
      'review',
      '--base',
      'HEAD',
      '--plan',
      'plan.json',
      '--format',
      'json',
    )
    assert.deepEqual([code, err], [0, ''])
    const { resources, total } = JSON.parse(out)
    assert.deepEqual(
      resources.map(({ address, action }: { address: string; action: string }) => [address, action]),
      [['aws_instance.train', 'update']],
    )
    assert.ok(total.before > 0 && total.after > 100 * total.before, out)
  })

  it('check and inspect see what is there after it, each project by its plan', () => {
    const repository = temporaryRepository({ ...PLATFORM, 'web/main.tf': 'provider "aws" {}\n' })
    writeFiles(repository, { 'a.json': planned('m5.large', 'm5.large'), 'b.json': planText([]) })
    commitAll(repository, 'plans')
    const checked = ascribe(repository, 'check', '--plan', 'infra=a.json', '--plan', 'web=b.json')
    assert.equal(checked.code, 1)
    assert.match(checked.out, /infra\/main\.tf:7:1: error: aws_instance\.train has no/)
    const { out } = ascribe(`${repository}/infra`, 'inspect', '--plan', '../a.json')
    assert.match(out, /aws_instance\.train .*\$70/)
  })

  it('what is no plan, or of no project, is one line and exit code 2', () => {
    const repository = temporaryRepository(PLATFORM)
    writeFiles(repository, { tfplan: 'PK\u0003\u0004', 'plan.json': planText([]) })
    for (const [given, message] of [
      ['tfplan', /^ascribe: tfplan is Terraform's binary plan file, not its JSON\. make it with .*\n$/],
      ['none.json', /^ascribe: the plan "none.json" is not there\. .*\n$/],
      [
        'web=plan.json',
        /^ascribe: plan.json is said to be of the project "web"\. expected one of "infra"\n$/,
      ],
    ] as const) {
      const { code, err } = ascribe(repository, 'check', '--plan', given)
      assert.equal(code, 2)
      assert.match(err, message)
    }
  })
})
