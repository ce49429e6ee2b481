import type { EdgeRule } from './edges.ts'

const TEMPLATES = ['google_compute_instance_template', 'google_compute_region_instance_template']
const BY_NAME = ['id', 'self_link', 'self_link_unique', 'name'] as const

const launches = { edge: 'launches', to: TEMPLATES, identifiedBy: BY_NAME } as const
const scales = {
  edge: 'scales',
  to: ['google_compute_instance_group_manager', 'google_compute_region_instance_group_manager'],
  paths: ['target'],
  identifiedBy: ['id', 'self_link', 'name'],
} as const
const MANAGER = ['version.instance_template', 'instance_template']

export const GOOGLE_EDGES: readonly EdgeRule[] = [
  { ...launches, from: 'google_compute_instance_group_manager', paths: MANAGER },
  { ...launches, from: 'google_compute_region_instance_group_manager', paths: MANAGER },
  { ...launches, from: 'google_compute_instance_from_template', paths: ['source_instance_template'] },
  { ...scales, from: 'google_compute_autoscaler' },
  { ...scales, from: 'google_compute_region_autoscaler' },
  {
    from: 'google_bigquery_table',
    edge: 'partOf',
    to: ['google_bigquery_dataset'],
    paths: ['dataset_id'],
    identifiedBy: ['dataset_id', 'id'],
  },
]
