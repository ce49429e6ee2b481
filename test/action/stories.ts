import type { Files } from './pull-request-repository.ts'

/** A platform whose provider tags everything but the model and its phase. */
export function platform(resources: string, others: Files = {}): Files {
  return {
    'ascribe.yml': 'version: 1\n',
    'README.md': '# The platform\n',
    'infra/main.tf': `provider "aws" {
  region = "us-east-1"
  default_tags {
    tags = {
      team        = "fraud-ml"
      cost_center = "eng-risk"
      project     = "fraud-detection"
      environment = "production"
      created_by  = "terraform"
    }
  }
}

${resources}`,
    ...others,
  }
}

export interface Box {
  readonly type?: string
  /** Undefined for a box that lacks the tag. */
  readonly model?: string | undefined
  readonly phase?: string | undefined
}

/** A machine that trains a model. */
export function box(
  name: string,
  { type = 'm5.large', model = 'fraud_xgb_v7', phase = 'training' }: Box = {},
): string {
  return `resource "aws_instance" "${name}" {
  ami           = "ami-0c0ffee"
  instance_type = "${type}"
  tags          = { model_id = "${model}", lifecycle_phase = "${phase}" }
}
`
}

/** A machine that nobody owns: two violations at its first line. */
export function stray(name: string, type = 'm5.large'): string {
  return `resource "aws_instance" "${name}" {
  ami           = "ami-0c0ffee"
  instance_type = "${type}"
}
`
}
