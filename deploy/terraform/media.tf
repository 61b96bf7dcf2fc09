# NFS 4.1. Elastic: it grows by itself, so the alert about its space never fires here.
resource "aws_efs_file_system" "media" {
  creation_token   = "${var.name}-media"
  encrypted        = true
  performance_mode = "generalPurpose"
  throughput_mode  = "elastic"

  tags = {
    Name = "${var.name}-media"
  }

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_efs_mount_target" "media" {
  count = 3

  file_system_id  = aws_efs_file_system.media.id
  subnet_id       = aws_subnet.private[count.index].id
  security_groups = [aws_security_group.role["media"].id]
}

resource "aws_efs_backup_policy" "media" {
  file_system_id = aws_efs_file_system.media.id

  backup_policy {
    status = "ENABLED"
  }
}
