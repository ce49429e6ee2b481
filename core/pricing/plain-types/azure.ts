import { type PlainType, stored, use } from './plain-type.ts'

const zone = (type: string, sku: string): PlainType => ({
  type,
  service: 'Azure DNS',
  fixed: { description: 'Hosted zone', sku, pricingUnit: 'Zone-Months', globalIn: 'westeurope' },
})
const resolverEndpoint = (type: string): PlainType => ({
  type,
  service: 'Azure DNS',
  fixed: { description: 'Endpoint', sku: 'azure/dns/resolver_endpoint', pricingUnit: 'Endpoint-Months' },
})
const keyVaultOperations = use(
  'Operations',
  'monthly_operations',
  'operations',
  'azure/key_vault/operations',
  'Operations',
  'operation',
)
const events = use(
  'Operations',
  'monthly_operations',
  'operations',
  'azure/event_grid/operations',
  'Operations',
  'operation',
)

const healthCheck = (type: string, sku: string): PlainType => ({
  type,
  service: 'Traffic Manager',
  fixed: { description: 'Health check', sku, globalIn: 'eastus' },
})

export const AZURE: readonly PlainType[] = [
  {
    type: 'azurerm_application_insights',
    service: 'Azure Monitor',
    byUse: [
      use(
        'Telemetry',
        'monthly_data_ingested_gb',
        'GB',
        'azure/application_insights/ingestion',
        'GB',
        'the GB ingested',
      ),
    ],
  },
  {
    type: 'azurerm_application_insights_web_test',
    service: 'Azure Monitor',
    fixed: {
      description: 'Web test',
      sku: 'azure/application_insights/web_test',
      pricingUnit: 'Test-Months',
    },
  },
  {
    type: 'azurerm_data_factory',
    service: 'Azure Data Factory',
    byUse: [
      use(
        'Reads and writes',
        'monthly_read_write_entities',
        'entities',
        'azure/data_factory/operations',
        'Entities',
        'entity that is read or written',
      ),
    ],
  },
  {
    type: 'azurerm_data_factory_pipeline',
    service: 'Azure Data Factory',
    byUse: [
      use(
        'Runs of activities',
        'monthly_orchestration_runs',
        'runs',
        'azure/data_factory/orchestration',
        'Runs',
        'run of an activity',
      ),
    ],
  },
  zone('azurerm_dns_zone', 'azure/dns/zone'),
  { type: 'azurerm_eventgrid_domain', service: 'Event Grid', byUse: [events] },
  { type: 'azurerm_eventgrid_system_topic', service: 'Event Grid', byUse: [events] },
  { type: 'azurerm_eventgrid_topic', service: 'Event Grid', byUse: [events] },
  { type: 'azurerm_key_vault', service: 'Key Vault', byUse: [keyVaultOperations] },
  {
    type: 'azurerm_key_vault_certificate',
    service: 'Key Vault',
    byUse: [
      use(
        'Renewals',
        'monthly_certificate_renewal_requests',
        'renewals',
        'azure/key_vault/certificate_renewal',
        'Renewals',
        'renewal',
      ),
    ],
  },
  {
    type: 'azurerm_key_vault_managed_hardware_security_module',
    service: 'Key Vault',
    fixed: { description: 'HSM pool', sku: 'azure/key_vault/managed_hsm' },
  },
  {
    type: 'azurerm_lb_outbound_rule',
    service: 'Load Balancer',
    fixed: { description: 'Rule', sku: 'azure/lb/rule/additional' },
  },
  {
    type: 'azurerm_monitor_metric_alert',
    service: 'Azure Monitor',
    fixed: {
      description: 'One time series',
      sku: 'azure/monitor/metric_alert',
      pricingUnit: 'Time-Series-Months',
    },
  },
  {
    type: 'azurerm_iothub_dps',
    service: 'IoT Hub',
    byUse: [
      use(
        'Operations',
        'monthly_operations',
        'operations',
        'azure/iot_hub/provisioning',
        'Operations',
        'operation',
      ),
    ],
  },
  {
    type: 'azurerm_monitor_data_collection_rule',
    service: 'Azure Monitor',
    byUse: [
      use(
        'Metrics',
        'monthly_metrics_samples',
        'samples',
        'azure/monitor/metrics',
        'Samples',
        'sample; logs are charged at their workspace',
      ),
    ],
  },
  {
    type: 'azurerm_monitor_diagnostic_setting',
    service: 'Azure Monitor',
    byUse: [
      use(
        'Platform logs',
        'monthly_platform_log_gb',
        'GB',
        'azure/monitor/platform_logs',
        'GB',
        'the GB of logs it exports',
      ),
    ],
  },
  {
    type: 'azurerm_nat_gateway',
    service: 'NAT Gateway',
    fixed: { description: 'Gateway', sku: 'azure/nat_gateway/hour' },
    byUse: [use('Data processed', 'monthly_data_processed_gb', 'GB', 'azure/nat_gateway/data', 'GB')],
  },
  {
    type: 'azurerm_network_watcher_flow_log',
    service: 'Network Watcher',
    byUse: [
      use(
        'Logs',
        'monthly_logs_collected_gb',
        'GB',
        'azure/network_watcher/flow_logs',
        'GB',
        'the GB of logs collected',
      ),
    ],
  },
  {
    type: 'azurerm_network_ddos_protection_plan',
    service: 'DDoS Protection',
    fixed: { description: 'Plan', sku: 'azure/ddos_protection/plan' },
  },
  zone('azurerm_private_dns_zone', 'azure/dns/private_zone'),
  {
    type: 'azurerm_private_dns_resolver_dns_forwarding_ruleset',
    service: 'Azure DNS',
    fixed: { description: 'Ruleset', sku: 'azure/dns/forwarding_ruleset', pricingUnit: 'Ruleset-Months' },
  },
  resolverEndpoint('azurerm_private_dns_resolver_inbound_endpoint'),
  resolverEndpoint('azurerm_private_dns_resolver_outbound_endpoint'),
  {
    type: 'azurerm_private_endpoint',
    service: 'Private Link',
    fixed: { description: 'Endpoint', sku: 'azure/private_endpoint/hour' },
    byUse: [
      use(
        'Data received',
        'monthly_inbound_data_processed_gb',
        'GB',
        'azure/private_endpoint/data/inbound',
        'GB',
      ),
      use(
        'Data sent',
        'monthly_outbound_data_processed_gb',
        'GB',
        'azure/private_endpoint/data/outbound',
        'GB',
      ),
    ],
  },
  {
    type: 'azurerm_public_ip_prefix',
    service: 'Virtual Network',
    fixed: { description: 'One address of the prefix', sku: 'azure/public_ip/prefix' },
  },
  {
    type: 'azurerm_storage_table',
    service: 'Storage Accounts',
    byUse: [stored('Storage', 'storage_gb', 'azure/table/standard/storage', 'what is stored')],
  },
  {
    type: 'azurerm_synapse_workspace',
    service: 'Azure Synapse Analytics',
    byUse: [
      use(
        'Serverless SQL',
        'serverless_sql_query_size_tb',
        'TB',
        'azure/synapse/serverless_sql',
        'TB',
        'the TB that queries read',
      ),
    ],
  },
  {
    type: 'azurerm_virtual_hub',
    service: 'Virtual WAN',
    fixed: { description: 'Hub', sku: 'azure/virtual_hub/hour' },
    byUse: [use('Data processed', 'monthly_data_processed_gb', 'GB', 'azure/virtual_hub/data', 'GB')],
  },
  {
    type: 'azurerm_virtual_network_peering',
    service: 'Virtual Network',
    byUse: [
      use(
        'Data received',
        'monthly_data_transfer_gb',
        'GB',
        'azure/peering/data/inbound',
        'GB',
        'the GB received, within a region',
      ),
      use(
        'Data sent',
        'monthly_outbound_data_transfer_gb',
        'GB',
        'azure/peering/data/outbound',
        'GB',
        'the GB sent, within a region',
      ),
    ],
  },
  {
    type: 'azurerm_virtual_network_gateway_connection',
    service: 'VPN Gateway',
    fixed: { description: 'Connection', sku: 'azure/vpn_gateway/connection' },
  },
  {
    type: 'azurerm_automation_account',
    service: 'Automation',
    byUse: [
      use('Jobs', 'monthly_job_run_mins', 'minutes', 'azure/automation/job', 'Minutes', 'minute of its jobs'),
    ],
  },
  {
    type: 'azurerm_traffic_manager_profile',
    service: 'Traffic Manager',
    byUse: [
      use(
        'DNS queries',
        'monthly_dns_queries',
        'queries',
        [
          { sku: 'azure/traffic_manager/queries', from: 0 },
          { sku: 'azure/traffic_manager/queries/tier2_1b', from: 1e9 },
        ],
        'Queries',
        'DNS query',
      ),
    ],
  },
  healthCheck('azurerm_traffic_manager_azure_endpoint', 'azure/traffic_manager/check/azure'),
  healthCheck('azurerm_traffic_manager_external_endpoint', 'azure/traffic_manager/check/external'),
  healthCheck('azurerm_traffic_manager_nested_endpoint', 'azure/traffic_manager/check/azure'),
]
