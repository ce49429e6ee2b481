import { cosmosThroughput, THROUGHPUT } from '../azure-cosmos-db.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/cosmos-db/
export const azurermCosmosdbMongoCollection = pricer(
  { type: 'azurerm_cosmosdb_mongo_collection', reads: THROUGHPUT },
  cosmosThroughput,
)
