import { usd } from '../../core/domain/money.ts'
import type { InspectedResource, Inspection } from '../../core/review/inspection.ts'
import type { Review } from '../../core/review/review.ts'
import { inspected, inspection, lacks, notLoaded, reviewOf, type Told } from '../support/review.ts'

/**
 * The story that the shape of the report was drawn for, with its made-up figures: a fraud model's endpoint grows from
 * one ml.m5.xlarge to two ml.g5.xlarge, a training box comes that names neither team nor model, and a ranking
 * endpoint is doubled.
 */
export function fraudEndpointReview(): Review {
  return reviewOf(fraudBase(), fraudHead())
}

/** Who has what to spend, and what the models' money buys: chosen for round figures, as all of the story. */
const CATALOGUE = `version: 1
teams:
  risk-ml: { budget: 2760, review: "@acme/risk-ml" }
  growth-ml: { budget: 22000 }
models:
  fraud_xgb_v7:
    team: risk-ml
    monthly-predictions: 41800000
    monthly-value: 20000
    benchmark-per-1k: 0.06
  reco_ranker_v3: { team: growth-ml, monthly-predictions: 306000000, monthly-value: 40000 }
  churn_lgbm_v2: { team: growth-ml }
checks: { approve-above: 3000 }
`

/** The same change where an `ascribe.yml` names teams with their budgets, and models with their use. */
export function cataloguedReview(): Review {
  return reviewOf(fraudBase(), fraudHead(), { ascribeYml: CATALOGUE })
}

export function fraudBase(): Inspection {
  return inspection([...unchanged(), fraudEndpoint('ml.m5.xlarge', 168), rankerEndpoint(425)])
}

export function fraudHead(): Inspection {
  const box = inspected('aws_instance.gpu_train', {
    file: 'infra/train.tf',
    line: 14,
    monthly: 885,
    what: 'Instance (g5.2xlarge, on-demand)',
    tags: { lifecycle_phase: 'training', environment: 'production' },
  })
  const resources = [...unchanged(), fraudEndpoint('ml.g5.xlarge', 2056), rankerEndpoint(850), box]
  return inspection(resources, {
    findings: lacks(box, 'team', 'model_id'),
    notLoaded: [
      notLoaded('module.vpc', 'terraform-aws-modules/vpc/aws', 'its source is not in this repository'),
    ],
  })
}

function unchanged(): readonly InspectedResource[] {
  return [
    inspected('aws_instance.fraud_train', {
      monthly: 620,
      tags: model('fraud_xgb_v7', 'risk-ml', 'training'),
    }),
    inspected('aws_instance.ranker_train', {
      monthly: 1900,
      tags: model('reco_ranker_v3', 'growth-ml', 'training'),
    }),
    inspected('aws_db_instance.ranker_features', {
      monthly: 310,
      tags: model('reco_ranker_v3', 'growth-ml', 'feature_pipeline'),
    }),
    inspected('aws_instance.churn_train', {
      monthly: 13_723,
      tags: model('churn_lgbm_v2', 'growth-ml', 'training'),
    }),
    inspected('aws_instance.scratch', {
      monthly: 1094,
      tags: { lifecycle_phase: 'training', environment: 'development' },
    }),
    inspected('aws_s3_bucket.features', {
      estimate: { kind: 'usageBased', because: 'charged by what is stored and requested', assumptions: [] },
      tags: model('reco_ranker_v3', 'growth-ml', 'feature_pipeline'),
    }),
  ]
}

function fraudEndpoint(size: string, monthly: number): InspectedResource {
  const what = `Variant primary (${size})`
  return inspected('aws_sagemaker_endpoint.fraud', served('fraud_xgb_v7', 'risk-ml', { monthly, what }))
}

function rankerEndpoint(monthly: number): InspectedResource {
  const what = `Variant primary (ml.c5.xlarge)`
  return inspected(
    'module.ranker.aws_sagemaker_endpoint.this[0]',
    served('reco_ranker_v3', 'growth-ml', {
      charges: [{ description: what, listCost: usd(monthly), pricingQuantity: monthly / 0.2 }],
    }),
  )
}

function served(name: string, team: string, told: Told): Told {
  return { tags: model(name, team, 'inference'), file: 'infra/endpoints.tf', ...told }
}

function model(name: string, team: string, phase: string): Readonly<Record<string, string>> {
  return { model_id: name, team, lifecycle_phase: phase, environment: 'production' }
}
