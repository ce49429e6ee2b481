import { functionApp } from '../azure-app-service.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/functions/
export const azurermLinuxFunctionApp = pricer(
  { type: 'azurerm_linux_function_app', reads: {} },
  (_, context) => functionApp(context),
)
