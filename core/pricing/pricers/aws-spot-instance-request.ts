import { pricer } from '../pricer.ts'
import { INSTANCE, instanceParts } from './aws-instance.ts'

// https://aws.amazon.com/ec2/spot/pricing/
export const awsSpotInstanceRequest = pricer(
  { type: 'aws_spot_instance_request', reads: INSTANCE },
  (read, context) => instanceParts(read, true, context),
)
