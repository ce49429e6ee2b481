import type { TagSchema } from '../tag-schema.ts'

/** The least that tells ML costs apart. A project is a model here, and only a training run has an experiment id. */
export const mlPrefixed: TagSchema = {
  keys: [
    { key: 'ml-team', required: true },
    { key: 'ml-project', required: true },
    {
      key: 'ml-workload-type',
      required: true,
      values: ['training', 'inference', 'data-processing', 'notebook'],
    },
    { key: 'ml-environment', required: true, values: ['dev', 'staging', 'prod'] },
    {
      key: 'ml-experiment-id',
      required: false,
      requiredWhen: new Map([['ml-workload-type', 'training']]),
    },
  ],
  aliases: new Map(),
  targets: new Map(),
  dimensions: {
    team: 'ml-team',
    project: 'ml-project',
    model: 'ml-project',
    phase: 'ml-workload-type',
    environment: 'ml-environment',
    costCenter: undefined,
    experiment: 'ml-experiment-id',
  },
}
