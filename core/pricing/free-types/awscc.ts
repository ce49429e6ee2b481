/**
 * Cost nothing themselves: an inference component runs on the instances of its endpoint, which are what is charged. The
 * Cloud Control provider has a type for everything in AWS; named here are those that hashicorp/aws lacks.
 */
export const FREE_AWSCC_TYPES = `
  awscc_sagemaker_inference_component
`
