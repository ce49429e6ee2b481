import type { TagSchema } from '../tag-schema.ts'

/**
 * Every dollar by model, team and lifecycle phase. `model_id` is `shared` for platform resources, `created_by` an
 * engineer or `automation`. What manages a resource is told by `managed_by`; the list holds the tools we know of, so
 * another one is a warning and no more.
 */
export const mlAttribution: TagSchema = {
  keys: [
    { key: 'team', required: true },
    { key: 'cost_center', required: true },
    { key: 'project', required: true },
    { key: 'model_id', required: true },
    {
      key: 'environment',
      required: true,
      values: ['production', 'staging', 'development', 'experiment'],
    },
    {
      key: 'lifecycle_phase',
      required: true,
      values: ['training', 'inference', 'feature_pipeline', 'monitoring', 'data_pipeline', 'development'],
    },
    { key: 'created_by', required: true },
    {
      key: 'managed_by',
      required: false,
      severity: 'warning',
      values: [
        'terraform',
        'helm',
        'manual',
        'automation',
        'airflow',
        'ansible',
        'argocd',
        'cdk',
        'cloudformation',
        'crossplane',
        'flux',
        'kubeflow',
        'kustomize',
        'opentofu',
        'pulumi',
        'terragrunt',
      ],
    },
    { key: 'expires_at', required: false, type: 'date' },
    { key: 'experiment_id', required: false },
  ],
  aliases: new Map(),
  targets: new Map(),
  dimensions: {
    team: 'team',
    project: 'project',
    model: 'model_id',
    phase: 'lifecycle_phase',
    environment: 'environment',
    costCenter: 'cost_center',
    experiment: 'experiment_id',
  },
}
