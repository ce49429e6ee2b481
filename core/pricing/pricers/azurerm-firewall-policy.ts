import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/firewall-manager/
export const azurermFirewallPolicy = pricer({ type: 'azurerm_firewall_policy', reads: {} }, function* () {
  yield omitted('usageBased', 'Policy', 'charged by the region where more than one firewall uses it')
})
