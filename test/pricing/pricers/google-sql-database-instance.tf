provider "google" {
  project = "acme-ml"
  region  = "us-central1"
}

resource "google_sql_database_instance" "features" {
  name             = "features"
  database_version = "POSTGRES_15"
  settings {
    tier              = "db-custom-4-15360"
    availability_type = "REGIONAL"
    disk_size         = 100
  }
}

resource "google_sql_database_instance" "mlflow" {
  name             = "mlflow"
  database_version = "MYSQL_8_0"
  settings {
    tier = "db-f1-micro"
  }
}

resource "google_sql_database_instance" "legacy" {
  name             = "legacy"
  database_version = "POSTGRES_13"
  settings {
    tier              = "db-n1-highmem-2"
    activation_policy = "NEVER"
    disk_autoresize   = false
  }
}

resource "google_sql_database_instance" "plus" {
  name             = "plus"
  database_version = "POSTGRES_16"
  settings {
    tier    = "db-perf-optimized-N-8"
    edition = "ENTERPRISE_PLUS"
  }
}

resource "google_sql_database_instance" "sql_server" {
  name             = "sql-server"
  database_version = "SQLSERVER_2019_STANDARD"
  settings {
    tier = "db-n1-standard-4"
  }
}

# As in us-central1: the facts hold no other region's price.
resource "google_sql_database_instance" "netherlands" {
  name             = "netherlands"
  region           = "europe-west4"
  database_version = "POSTGRES_15"
  settings {
    tier = "db-custom-2-7680"
  }
}

resource "google_sql_database_instance" "clone" {
  name             = "clone"
  database_version = "POSTGRES_15"
}
