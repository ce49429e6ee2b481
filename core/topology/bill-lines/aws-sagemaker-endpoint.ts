import { allTagsOf, type BillRule } from './bill-line.ts'

// https://docs.aws.amazon.com/sagemaker/latest/dg/inference-cost-optimization.html
export const awsSagemakerEndpoint: BillRule = {
  type: 'aws_sagemaker_endpoint',
  summary:
    'Instances are charged to the endpoint, with its own tags; those of the endpoint configuration and the model do not reach the bill.',
  lines: (resource, graph) => {
    const configuration = graph.targets(resource, 'configuredBy')
    const near = configuration.kind === 'linked' ? configuration.resources[0] : undefined
    return [
      {
        what: 'instances',
        tags: [allTagsOf(resource)],
        remedy: 'write them in `tags` of the endpoint',
        ...(near && { near }),
      },
    ]
  },
}
