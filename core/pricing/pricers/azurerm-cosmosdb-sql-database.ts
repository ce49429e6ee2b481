import { cosmosThroughput, THROUGHPUT } from '../azure-cosmos-db.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/cosmos-db/
export const azurermCosmosdbSqlDatabase = pricer(
  { type: 'azurerm_cosmosdb_sql_database', reads: THROUGHPUT },
  cosmosThroughput,
)
