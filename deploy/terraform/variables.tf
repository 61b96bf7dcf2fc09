variable "name" {
  description = "Prefix of all names."
  type        = string
  default     = "anb"
}

variable "region" {
  description = "The region; Bogotá is nearest to São Paulo by law, and to Virginia by network."
  type        = string
  default     = "us-east-1"
}

variable "cidr" {
  description = "The network, a /16."
  type        = string
  default     = "10.20.0.0/16"
}

variable "image_id" {
  description = "Debian 12 for amd64, from Debian's own account (136693071363)."
  type        = string
}

variable "web_type" {
  description = "Instance type of a web server."
  type        = string
  default     = "m7i.large"
}

variable "web_count" {
  description = "Web servers."
  type        = number
  default     = 2

  validation {
    condition     = var.web_count >= 2
    error_message = "With one web server, every upgrade is an outage."
  }
}

variable "worker_type" {
  description = "Instance type of a worker: two processors for each job at a time."
  type        = string
  default     = "c7i.xlarge"
}

variable "worker_count" {
  description = "Workers; more than the 12 partitions of the topic stay idle."
  type        = number
  default     = 1

  validation {
    condition     = var.worker_count >= 1 && var.worker_count <= 12
    error_message = "Between 1 and 12."
  }
}

variable "postgres_version" {
  description = "Major version of PostgreSQL; the tests run with 18."
  type        = string
  default     = "18"
}

variable "database_type" {
  description = "Instance class of the database."
  type        = string
  default     = "db.m7g.large"
}

variable "kafka_version" {
  description = "Kafka version as MSK names it."
  type        = string
  default     = "3.9.x"
}

variable "kafka_type" {
  description = "Instance type of a broker."
  type        = string
  default     = "kafka.m7g.large"
}
