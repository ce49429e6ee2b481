import { blocks, number, string } from '../../domain/reads.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/container-apps/: apps are charged, or the machines of their profile
export const azurermContainerAppEnvironment = pricer(
  {
    type: 'azurerm_container_app_environment',
    reads: { workload_profile: blocks({ workload_profile_type: string(''), minimum_count: number(0) }) },
  },
  function* ({ workload_profile: profiles }) {
    for (const profile of profiles) {
      if (profile.kind === 'unknown') yield omitted('unknown', 'Workload profile', profile.because)
      else if (profile.value.workload_profile_type !== 'Consumption')
        yield omitted(
          'unpriced',
          'Workload profile',
          `no price for the machines of workload profile ${profile.value.workload_profile_type}`,
        )
    }
  },
)
