import { type PlainType, use } from './plain-type.ts'

export const NETWORK: readonly PlainType[] = [
  {
    type: 'aws_cloudfront_distribution_tenant',
    service: 'Amazon CloudFront',
    byUse: [
      use('Requests', 'monthly_http_requests', 'requests', 'cloudfront/requests', 'Requests', 'request'),
    ],
  },
  {
    type: 'aws_cloudfront_function',
    service: 'Amazon CloudFront',
    byUse: [use('Invocations', 'monthly_requests', 'requests', 'cloudfront/function', 'Requests', 'request')],
  },
  {
    type: 'aws_dx_gateway_association',
    service: 'AWS Direct Connect',
    byUse: [
      use(
        'Data processed',
        'monthly_data_processed_gb',
        'GB',
        'vpc/tgw/data',
        'GB',
        'the GB a transit gateway processes',
      ),
    ],
  },
  {
    type: 'aws_ec2_client_vpn_endpoint',
    service: 'AWS VPN',
    byUse: [
      use(
        'Connections',
        'monthly_connection_hours',
        'connection-hours',
        'vpn/client/connection',
        'Hours',
        'hour and connection',
      ),
    ],
  },
  {
    type: 'aws_ec2_client_vpn_network_association',
    service: 'AWS VPN',
    fixed: { description: 'Association', sku: 'vpn/client/association' },
  },
  {
    type: 'aws_ec2_traffic_mirror_session',
    service: 'Amazon Virtual Private Cloud',
    fixed: { description: 'Traffic mirror', sku: 'vpc/traffic_mirror' },
  },
  {
    type: 'aws_ec2_transit_gateway_connect',
    service: 'Amazon Virtual Private Cloud',
    fixed: { description: 'Attachment', sku: 'vpc/tgw/attachment/hour' },
    byUse: [
      use('Data processed', 'monthly_data_processed_gb', 'GB', 'vpc/tgw/data', 'GB', 'the GB it processes'),
    ],
  },
  {
    type: 'aws_ec2_transit_gateway_peering_attachment',
    service: 'Amazon Virtual Private Cloud',
    fixed: { description: 'Attachment', sku: 'vpc/tgw/attachment/hour' },
    byUse: [
      use('Data processed', 'monthly_data_processed_gb', 'GB', 'vpc/tgw/data', 'GB', 'the GB it processes'),
    ],
  },
  {
    type: 'aws_flow_log',
    service: 'Amazon Virtual Private Cloud',
    byUse: [use('Logs', 'monthly_logs_gb', 'GB', 'vpc/flow_log/delivered', 'GB', 'the GB of logs delivered')],
  },
  {
    type: 'aws_globalaccelerator_accelerator',
    service: 'AWS Global Accelerator',
    fixed: { description: 'Accelerator', sku: 'globalaccelerator/accelerator' },
  },
  {
    type: 'aws_globalaccelerator_custom_routing_accelerator',
    service: 'AWS Global Accelerator',
    fixed: { description: 'Accelerator', sku: 'globalaccelerator/accelerator' },
  },
  {
    type: 'aws_globalaccelerator_endpoint_group',
    service: 'AWS Global Accelerator',
    byUse: [
      use(
        'Data to North America',
        'monthly_inbound_data_transfer_gb.us',
        'GB',
        'globalaccelerator/us/in',
        'GB',
      ),
      use(
        'Data from Europe',
        'monthly_outbound_data_transfer_gb.europe',
        'GB',
        'globalaccelerator/europe/out',
        'GB',
      ),
    ],
  },
  {
    type: 'aws_lb_trust_store',
    service: 'Elastic Load Balancing',
    fixed: { description: 'Trust store', sku: 'elb/alb/trust_store' },
  },
  {
    type: 'aws_networkfirewall_vpc_endpoint_association',
    service: 'AWS Network Firewall',
    fixed: { description: 'Endpoint', sku: 'networkfirewall/endpoint' },
    byUse: [use('Data processed', 'monthly_data_processed_gb', 'GB', 'networkfirewall/data', 'GB')],
  },
  cloudWanAttachment('aws_networkmanager_connect_attachment'),
  {
    type: 'aws_networkmanager_core_network',
    service: 'AWS Cloud WAN',
    fixed: { description: 'Core network edge', sku: 'cloudwan/edge' },
  },
  cloudWanAttachment('aws_networkmanager_dx_gateway_attachment'),
  cloudWanAttachment('aws_networkmanager_site_to_site_vpn_attachment'),
  cloudWanAttachment('aws_networkmanager_transit_gateway_route_table_attachment'),
  cloudWanAttachment('aws_networkmanager_vpc_attachment'),
  {
    type: 'aws_route53_resolver_firewall_rule_group_association',
    service: 'Amazon Route 53 Resolver',
    byUse: [use('Queries', 'monthly_queries', 'queries', 'resolver/firewall/query', 'Queries', 'query')],
  },
  {
    type: 'aws_route53_traffic_policy_instance',
    service: 'Amazon Route 53',
    fixed: { description: 'Policy record', sku: 'route53/traffic_policy', pricingUnit: 'Policy-Months' },
  },
  {
    type: 'aws_route53profiles_profile',
    service: 'Amazon Route 53',
    fixed: { description: 'Profile', sku: 'route53/profile' },
  },
  {
    type: 'aws_route53recoverycontrolconfig_cluster',
    service: 'Amazon Application Recovery Controller',
    fixed: { description: 'Cluster', sku: 'arc/cluster' },
  },
  {
    type: 'aws_s3control_multi_region_access_point',
    service: 'Amazon Simple Storage Service',
    byUse: [use('Data routed', 'monthly_data_routed_gb', 'GB', 's3/multi_region_access_point/data', 'GB')],
  },
  {
    type: 'aws_service_discovery_private_dns_namespace',
    service: 'Amazon Route 53',
    fixed: { description: 'Hosted zone', sku: 'route53/zone', pricingUnit: 'Zone-Months' },
  },
  {
    type: 'aws_service_discovery_public_dns_namespace',
    service: 'Amazon Route 53',
    fixed: { description: 'Hosted zone', sku: 'route53/zone', pricingUnit: 'Zone-Months' },
  },
  {
    type: 'aws_verifiedaccess_endpoint',
    service: 'AWS Verified Access',
    fixed: { description: 'Endpoint', sku: 'verifiedaccess/endpoint' },
    byUse: [use('Data processed', 'monthly_data_processed_gb', 'GB', 'verifiedaccess/data', 'GB')],
  },
  {
    type: 'aws_vpc_ipam',
    service: 'Amazon Virtual Private Cloud',
    byUse: [
      use(
        'Active addresses',
        'monthly_active_ip_hours',
        'address-hours',
        'vpc/ipam/address',
        'Hours',
        'hour and active address',
      ),
    ],
  },
  {
    type: 'aws_vpc_route_server_endpoint',
    service: 'Amazon Virtual Private Cloud',
    fixed: { description: 'Endpoint', sku: 'vpc/route_server/endpoint' },
  },
  {
    type: 'aws_vpclattice_service',
    service: 'Amazon VPC Lattice',
    fixed: { description: 'Service', sku: 'vpclattice/service' },
    byUse: [use('Data processed', 'monthly_data_processed_gb', 'GB', 'vpclattice/data', 'GB')],
  },
  {
    type: 'aws_vpn_concentrator',
    service: 'AWS VPN',
    fixed: { description: 'Concentrator', sku: 'vpn/concentrator' },
  },
]

function cloudWanAttachment(type: string): PlainType {
  return {
    type,
    service: 'AWS Cloud WAN',
    fixed: { description: 'Attachment', sku: 'cloudwan/attachment' },
    byUse: [use('Data processed', 'monthly_data_processed_gb', 'GB', 'cloudwan/data', 'GB')],
  }
}
