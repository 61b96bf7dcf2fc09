output "site" {
  description = "Where the site's name has to point to (CNAME or alias)."
  value       = aws_lb.web.dns_name
}

output "database_url" {
  description = "ANB_DB_URL. The owner is anb, for migrations; its password is in the secret below."
  value       = "jdbc:postgresql://${aws_db_instance.main.endpoint}/anb?sslmode=verify-full&sslrootcert=/etc/anb/database-ca.pem"
}

output "database_secret" {
  description = "The secret with the owner's password."
  value       = aws_db_instance.main.master_user_secret[0].secret_arn
}

output "kafka" {
  description = "ANB_KAFKA_BOOTSTRAP_SERVERS."
  value       = aws_msk_cluster.main.bootstrap_brokers
}

output "media" {
  description = "What the hosts mount at ANB_MEDIA_ROOT, by NFS 4.1."
  value       = "${aws_efs_file_system.media.dns_name}:/"
}

output "web_hosts" {
  description = "The web servers: instance and address."
  value       = { for host in aws_instance.web : host.id => host.private_ip }
}

output "worker_hosts" {
  description = "The workers: instance and address."
  value       = { for host in aws_instance.worker : host.id => host.private_ip }
}

output "monitoring_group" {
  description = "The security group for the host that runs Prometheus."
  value       = aws_security_group.role["monitoring"].id
}
