import { EMR_FLEET, emrFleet } from '../emr.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/emr/pricing/
export const awsEmrInstanceFleet = pricer(
  { type: 'aws_emr_instance_fleet', reads: EMR_FLEET },
  (fleet, context) => emrFleet('Task', fleet, context),
)
