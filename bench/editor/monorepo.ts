import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const ROOTS = 600
const MODULES = 100
const TEAMS = ['fraud-ml', 'search-ml', 'ml-platform', 'vision', 'speech']
const PHASES = ['training', 'inference', 'feature_pipeline', 'monitoring']
const SIZES = ['m5.large', 'm5.2xlarge', 'g5.xlarge', 'g5.12xlarge', 'p4d.24xlarge']

/** Where a keystroke is measured: a file of some 300 lines. */
export const EDITED = 'services/service-0000/main.tf'

/** A repository of 5,000 Terraform files in 600 root modules, which share 100 modules. The same every time. */
export function writeMonorepo(folder: string): number {
  let files = 0
  const write = (name: string, text: string): void => {
    files++
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  for (let index = 0; index < MODULES; index++)
    for (const [name, text] of Object.entries(sharedModule(index)))
      write(`modules/module-${pad(index, 3)}/${name}`, text)
  for (let index = 0; index < ROOTS; index++)
    for (const [name, text] of Object.entries(service(index)))
      write(`services/service-${pad(index, 4)}/${name}`, text)
  return files
}

function sharedModule(index: number): Readonly<Record<string, string>> {
  const volume = (name: string) => `resource "aws_ebs_volume" "${name}" {
  availability_zone = "\${var.region}a"
  size              = var.size
  type              = "gp3"
  tags              = merge(var.tags, { Name = "\${var.name}-${name}" })
}
`
  return {
    'variables.tf': `variable "tags" {\n  type = map(string)\n}\nvariable "name" {}\nvariable "size" {\n  default = ${20 + index}\n}\nvariable "region" {\n  default = "us-east-1"\n}\n`,
    'main.tf': volume('features'),
    'cache.tf': volume('cache'),
    'logs.tf': `resource "aws_cloudwatch_log_group" "this" {\n  name = "/ml/\${var.name}"\n  tags = var.tags\n}\n`,
    'bucket.tf': `resource "aws_s3_bucket" "artifacts" {\n  bucket = "\${var.name}-artifacts"\n  tags   = var.tags\n}\n`,
    'alarm.tf': `resource "aws_cloudwatch_metric_alarm" "latency" {\n  alarm_name = "\${var.name}-latency"\n  tags       = var.tags\n}\n`,
    'key.tf': `resource "aws_kms_key" "this" {\n  description = var.name\n  tags        = var.tags\n}\n`,
    'outputs.tf': `output "volume" {\n  value = aws_ebs_volume.features.id\n}\n`,
  }
}

function service(index: number): Readonly<Record<string, string>> {
  const team = TEAMS[index % TEAMS.length]
  const boxes = index === 0 ? 26 : 4
  return {
    'main.tf': Array.from({ length: boxes }, (_, n) => box(index, n)).join('\n'),
    'locals.tf': `locals {\n  tags = {\n    team     = "${team}"\n    model_id = "model_${index}"\n    project  = "service-${index}"\n    cost_center = "cc-${index % 40}"\n    environment = var.environment\n    created_by = "terraform"\n  }\n}\n`,
    'variables.tf':
      'variable "environment" {\n  default = "production"\n}\nvariable "ami" {\n  default = "ami-0"\n}\n',
    'providers.tf':
      'terraform {\n  backend "s3" {}\n}\nprovider "aws" {\n  region = "us-east-1"\n  default_tags {\n    tags = { managed_by = "terraform" }\n  }\n}\n',
    'modules.tf': [0, 1, 2]
      .map((n) => {
        const module = pad((index * 3 + n) % MODULES, 3)
        return `module "part_${n}" {\n  source = "../../modules/module-${module}"\n  name   = "service-${index}-${n}"\n  tags   = merge(local.tags, { lifecycle_phase = "${PHASES[n]}" })\n}\n`
      })
      .join('\n'),
    'outputs.tf': 'output "volume" {\n  value = module.part_0.volume\n}\n',
    'data.tf': 'data "aws_caller_identity" "current" {}\n',
  }
}

function box(index: number, n: number): string {
  const isTagged = n % 4 !== 3
  const tags = isTagged
    ? `merge(local.tags, { lifecycle_phase = "${PHASES[n % PHASES.length]}" })`
    : `{ Name = "box-${n}" }`
  return `resource "aws_instance" "box_${n}" {
  ami           = var.ami
  instance_type = "${SIZES[(index + n) % SIZES.length]}"
  tags          = ${tags}

  root_block_device {
    volume_type = "gp3"
    volume_size = ${50 + n}
  }
}
`
}

function pad(index: number, digits: number): string {
  return String(index).padStart(digits, '0')
}
