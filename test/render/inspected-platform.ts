import { usd } from '../../core/domain/money.ts'
import { string, unknown } from '../../core/domain/value.ts'
import type { Inspection } from '../../core/review/inspection.ts'
import { charge, inspected, inspection, notLoaded, problem, rangeAt } from '../support/review.ts'

/** An inspection with every kind of estimate, tag and doubt. */
export function inspectedPlatform(): Inspection {
  const resources = [
    inspected('aws_instance.gpu_train[0]', {
      file: 'infra/train.tf',
      line: 14,
      attributes: { instance_type: 'g5.2xlarge', user_data: { ...string('token'), sensitive: true } },
      tags: { team: 'fraud-ml', model_id: unknown('var.model has no default') },
      tagsOpen: 'var.tags has no default',
      estimate: {
        kind: 'priced',
        charges: [
          charge({
            description: 'Instance (g5.2xlarge, on-demand)',
            listUnitPrice: 1.212,
            listCost: usd(884.76),
          }),
          charge({
            description: 'Root volume, 100 GiB gp3',
            pricingUnit: 'GB-Months',
            pricingQuantity: 100,
            listUnitPrice: 0.08,
            listCost: usd(8),
            basis: { kind: 'reference-region', regionId: 'us-east-1' },
            regionId: 'eu-south-2',
          }),
        ],
        assumptions: ['730 hours a month', 'Linux'],
        omissions: [{ description: 'CPU credits', kind: 'usageBased', because: 'charged by vCPU-hour' }],
      },
    }),
    inspected('aws_sagemaker_notebook_instance.research', {
      file: 'infra/research.tf',
      estimate: {
        kind: 'priced',
        charges: [
          charge({
            description: 'Notebook (ml.t3.xlarge)',
            listUnitPrice: 0.2,
            listCost: usd(146),
            basis: {
              kind: 'equivalent',
              skuId: 'sagemaker/ml.t3.xlarge/studio_notebook',
              rule: 'SageMaker Studio notebook of the same size',
            },
          }),
        ],
        assumptions: [],
        omissions: [],
      },
    }),
    inspected('aws_eks_node_group.gpu[*]', {
      monthly: 700,
      region: unknown('var.region has no default'),
      multiplicity: unknown('var.pools has no default'),
      tags: { team: 'ml-platform' },
    }),
    inspected('aws_s3_bucket.features', {
      estimate: {
        kind: 'usageBased',
        because: 'charged by what is stored',
        assumptions: ['no usage is stated'],
      },
      tags: { team: 'ml-platform' },
    }),
    inspected('aws_bedrock_provisioned_model_throughput.llm', {
      estimate: { kind: 'unpriced', because: 'no pricer for aws_bedrock_provisioned_model_throughput yet' },
      taggable: 'unknown',
    }),
    inspected('aws_db_instance.features', {
      estimate: { kind: 'unknown', because: 'var.size has no default' },
      tags: { team: 'ml-platform' },
    }),
    inspected('aws_iam_role_policy.train', { taggable: false }),
  ]
  return inspection(resources, {
    problems: [problem('expected "}" to close the block', rangeAt('infra/broken.tf', 3, 'resource "aws_s3'))],
    notLoaded: [notLoaded('module.vpc', 'terraform-aws-modules/vpc/aws', 'it is not installed')],
  })
}
