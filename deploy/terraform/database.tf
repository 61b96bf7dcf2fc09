resource "aws_db_subnet_group" "main" {
  name       = var.name
  subnet_ids = aws_subnet.private[*].id
}

resource "aws_db_parameter_group" "main" {
  name_prefix = "${var.name}-"
  family      = "postgres${var.postgres_version}"

  # A row and its message are written together or not at all; without this no upload is taken. At
  # least the sum of all web servers' pools.
  parameter {
    name         = "max_prepared_transactions"
    value        = "128"
    apply_method = "pending-reboot"
  }

  # The detail of an error holds the values of the row that was refused.
  parameter {
    name  = "log_error_verbosity"
    value = "terse"
  }

  parameter {
    name         = "rds.force_ssl"
    value        = "1"
    apply_method = "pending-reboot"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_db_instance" "main" {
  identifier     = var.name
  engine         = "postgres"
  engine_version = var.postgres_version
  instance_class = var.database_type

  db_name                     = "anb"
  username                    = "anb"
  manage_master_user_password = true

  allocated_storage     = 50
  max_allocated_storage = 500
  storage_type          = "gp3"
  storage_encrypted     = true

  multi_az                = true
  db_subnet_group_name    = aws_db_subnet_group.main.name
  vpc_security_group_ids  = [aws_security_group.role["database"].id]
  parameter_group_name    = aws_db_parameter_group.main.name
  publicly_accessible     = false
  backup_retention_period = 14

  performance_insights_enabled = true
  auto_minor_version_upgrade   = true
  deletion_protection          = true
  skip_final_snapshot          = false
  final_snapshot_identifier    = "${var.name}-final"
}
