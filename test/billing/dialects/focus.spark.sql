-- Spark and Databricks: one row a charge, whatever the export. What is missing is NULL.
CREATE VIEW `charges` AS
SELECT
  SUBSTR(NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(`ChargePeriodStart` AS STRING)), ''), 'NULL'), 'null'), 1, 10) AS `day`,
  COALESCE(CAST(NULL AS STRING), NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(`ProviderName` AS STRING)), ''), 'NULL'), 'null'), NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(`PublisherName` AS STRING)), ''), 'NULL'), 'null')) AS `provider`,
  COALESCE(NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(`SubAccountId` AS STRING)), ''), 'NULL'), 'null'), NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(`BillingAccountId` AS STRING)), ''), 'NULL'), 'null')) AS `account`,
  NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(`ServiceName` AS STRING)), ''), 'NULL'), 'null') AS `service`,
  NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(`RegionId` AS STRING)), ''), 'NULL'), 'null') AS `region`,
  COALESCE(CAST(NULL AS STRING), NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(`ResourceId` AS STRING)), ''), 'NULL'), 'null')) AS `resource`,
  COALESCE(CAST(NULL AS STRING), NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(`ResourceName` AS STRING)), ''), 'NULL'), 'null')) AS `resourceName`,
  (CASE WHEN LOWER(NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(`ServiceName` AS STRING)), ''), 'NULL'), 'null')) IN ('aws support', 'aws support (basic)', 'aws support (developer)', 'aws support (business)', 'aws support (enterprise)', 'aws premium support', 'support') THEN 'Support' ELSE (CASE WHEN LOWER(NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(`ChargeCategory` AS STRING)), ''), 'NULL'), 'null')) IN ('usage') THEN 'Usage' WHEN LOWER(NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(`ChargeCategory` AS STRING)), ''), 'NULL'), 'null')) IN ('purchase') THEN 'Purchase' WHEN LOWER(NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(`ChargeCategory` AS STRING)), ''), 'NULL'), 'null')) IN ('tax') THEN 'Tax' WHEN LOWER(NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(`ChargeCategory` AS STRING)), ''), 'NULL'), 'null')) IN ('credit') THEN 'Credit' WHEN LOWER(NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(`ChargeCategory` AS STRING)), ''), 'NULL'), 'null')) IN ('adjustment') THEN 'Adjustment' ELSE 'Usage' END) END) AS `category`,
  (CASE WHEN LOWER(NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(`CommitmentDiscountStatus` AS STRING)), ''), 'NULL'), 'null')) IN ('used') THEN 'Used' WHEN LOWER(NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(`CommitmentDiscountStatus` AS STRING)), ''), 'NULL'), 'null')) IN ('unused') THEN 'Unused' ELSE CAST(NULL AS STRING) END) AS `commitment`,
  NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(`BillingCurrency` AS STRING)), ''), 'NULL'), 'null') AS `currency`,
  COALESCE(NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(`ConsumedUnit` AS STRING)), ''), 'NULL'), 'null'), NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(`PricingUnit` AS STRING)), ''), 'NULL'), 'null')) AS `unit`,
  COALESCE(NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(TRY_ELEMENT_AT(FROM_JSON(`Tags`, 'MAP<STRING, STRING>'), 'team') AS STRING)), ''), 'NULL'), 'null'), NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(TRY_ELEMENT_AT(FROM_JSON(`Tags`, 'MAP<STRING, STRING>'), 'user:team') AS STRING)), ''), 'NULL'), 'null'), NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(TRY_ELEMENT_AT(FROM_JSON(`Tags`, 'MAP<STRING, STRING>'), 'Team') AS STRING)), ''), 'NULL'), 'null')) AS `team`,
  CAST(NULL AS STRING) AS `project`,
  COALESCE(NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(TRY_ELEMENT_AT(FROM_JSON(`Tags`, 'MAP<STRING, STRING>'), 'model_id') AS STRING)), ''), 'NULL'), 'null'), NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(TRY_ELEMENT_AT(FROM_JSON(`Tags`, 'MAP<STRING, STRING>'), 'user:model_id') AS STRING)), ''), 'NULL'), 'null'), NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(TRY_ELEMENT_AT(FROM_JSON(`Tags`, 'MAP<STRING, STRING>'), 'Model-ID') AS STRING)), ''), 'NULL'), 'null')) AS `model`,
  COALESCE(NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(TRY_ELEMENT_AT(FROM_JSON(`Tags`, 'MAP<STRING, STRING>'), 'lifecycle_phase') AS STRING)), ''), 'NULL'), 'null'), NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(TRY_ELEMENT_AT(FROM_JSON(`Tags`, 'MAP<STRING, STRING>'), 'user:lifecycle_phase') AS STRING)), ''), 'NULL'), 'null')) AS `phase`,
  NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(TRY_ELEMENT_AT(FROM_JSON(`Tags`, 'MAP<STRING, STRING>'), 'environment') AS STRING)), ''), 'NULL'), 'null') AS `environment`,
  CAST(NULL AS STRING) AS `costCenter`,
  CAST(NULL AS STRING) AS `experiment`,
  NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(TRY_ELEMENT_AT(FROM_JSON(`Tags`, 'MAP<STRING, STRING>'), 'expires_at') AS STRING)), ''), 'NULL'), 'null') AS `expires`,
  CAST(NULL AS STRING) AS `pools`,
  TRY_CAST(NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(`BilledCost` AS STRING)), ''), 'NULL'), 'null') AS DECIMAL(38,10)) AS `billed`,
  TRY_CAST(NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(`EffectiveCost` AS STRING)), ''), 'NULL'), 'null') AS DECIMAL(38,10)) AS `effective`,
  COALESCE(TRY_CAST(NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(`ConsumedQuantity` AS STRING)), ''), 'NULL'), 'null') AS DECIMAL(38,10)), TRY_CAST(NULLIF(NULLIF(NULLIF(TRIM(BOTH ' \t\r\n' FROM CAST(`PricingQuantity` AS STRING)), ''), 'NULL'), 'null') AS DECIMAL(38,10))) AS `quantity`
FROM `billing`.`exports`;

-- The control total: the groups of the next query add up to it, or shards are missing.
SELECT COALESCE(SUM(`billed`), 0) AS `billed`, COALESCE(SUM(`effective`), 0) AS `effective`, COALESCE(SUM(`quantity`), 0) AS `quantity`, COUNT(*) AS `rows`, SUM(CASE WHEN `billed` IS NULL THEN 1 ELSE 0 END) AS `unreadableBilled`, SUM(CASE WHEN `effective` IS NULL THEN 1 ELSE 0 END) AS `unreadableEffective`, MIN(`day`) AS `firstDay`, MAX(`day`) AS `lastDay`
FROM `charges`
WHERE `day` >= '2026-10-01' AND `day` < '2026-11-01';

-- All that the tables of the report are made from.
SELECT `day`, `provider`, `account`, `service`, `category`, `commitment`, `currency`, `unit`, `pools`, `team`, `project`, `model`, `phase`, `environment`, `costCenter`, `experiment`, COALESCE(SUM(`billed`), 0) AS `billed`, COALESCE(SUM(`effective`), 0) AS `effective`, COALESCE(SUM(`quantity`), 0) AS `quantity`, COUNT(*) AS `rows`, SUM(CASE WHEN `billed` IS NULL THEN 1 ELSE 0 END) AS `unreadableBilled`, SUM(CASE WHEN `effective` IS NULL THEN 1 ELSE 0 END) AS `unreadableEffective`, MIN(`day`) AS `firstDay`, MAX(`day`) AS `lastDay`
FROM `charges`
WHERE `day` >= '2026-10-01' AND `day` < '2026-11-01'
GROUP BY `day`, `provider`, `account`, `service`, `category`, `commitment`, `currency`, `unit`, `pools`, `team`, `project`, `model`, `phase`, `environment`, `costCenter`, `experiment`;

-- The dearest resources that lack a tag.
SELECT `resource`, `resourceName`, `service`, `account`, `currency`, `team`, `project`, `model`, `phase`, `environment`, `costCenter`, `experiment`, COALESCE(SUM(`billed`), 0) AS `billed`, COALESCE(SUM(`effective`), 0) AS `effective`, COALESCE(SUM(`quantity`), 0) AS `quantity`, COUNT(*) AS `rows`, SUM(CASE WHEN `billed` IS NULL THEN 1 ELSE 0 END) AS `unreadableBilled`, SUM(CASE WHEN `effective` IS NULL THEN 1 ELSE 0 END) AS `unreadableEffective`, MIN(`day`) AS `firstDay`, MAX(`day`) AS `lastDay`
FROM `charges`
WHERE `day` >= '2026-10-01' AND `day` < '2026-11-01' AND (`team` IS NULL OR `model` IS NULL) AND `resource` IS NOT NULL
GROUP BY `resource`, `resourceName`, `service`, `account`, `currency`, `team`, `project`, `model`, `phase`, `environment`, `costCenter`, `experiment`
ORDER BY 14 DESC, `resource` NULLS FIRST, `resourceName` NULLS FIRST, `service` NULLS FIRST, `account` NULLS FIRST, `currency` NULLS FIRST, `team` NULLS FIRST, `project` NULLS FIRST, `model` NULLS FIRST, `phase` NULLS FIRST, `environment` NULLS FIRST, `costCenter` NULLS FIRST, `experiment` NULLS FIRST
LIMIT 100;

-- What is billed past its end.
SELECT `resource`, `resourceName`, `service`, `account`, `currency`, `team`, `project`, `model`, `phase`, `environment`, `costCenter`, `experiment`, `expires`, COALESCE(SUM(`billed`), 0) AS `billed`, COALESCE(SUM(`effective`), 0) AS `effective`, COALESCE(SUM(`quantity`), 0) AS `quantity`, COUNT(*) AS `rows`, SUM(CASE WHEN `billed` IS NULL THEN 1 ELSE 0 END) AS `unreadableBilled`, SUM(CASE WHEN `effective` IS NULL THEN 1 ELSE 0 END) AS `unreadableEffective`, MIN(`day`) AS `firstDay`, MAX(`day`) AS `lastDay`
FROM `charges`
WHERE `day` >= '2026-10-01' AND `day` < '2026-11-01' AND `expires` IS NOT NULL
GROUP BY `resource`, `resourceName`, `service`, `account`, `currency`, `team`, `project`, `model`, `phase`, `environment`, `costCenter`, `experiment`, `expires`
ORDER BY 15 DESC, `resource` NULLS FIRST, `resourceName` NULLS FIRST, `service` NULLS FIRST, `account` NULLS FIRST, `currency` NULLS FIRST, `team` NULLS FIRST, `project` NULLS FIRST, `model` NULLS FIRST, `phase` NULLS FIRST, `environment` NULLS FIRST, `costCenter` NULLS FIRST, `experiment` NULLS FIRST, `expires` NULLS FIRST
LIMIT 100;
