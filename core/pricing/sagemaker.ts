/** The service name that SageMaker's charges carry. */
export const SAGEMAKER = 'Amazon SageMaker'
