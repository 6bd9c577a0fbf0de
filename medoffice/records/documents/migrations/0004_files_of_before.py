"""What was kept before becomes files with documents on them; nothing of it changes but where it is written."""

from django.db import migrations

_FORWARD = """
INSERT INTO document_file (id, sha256, size, name, door, sender, came_at, came_by, kind, pages, state, trouble, read_to)
SELECT DISTINCT ON (sha256) id, sha256, size, '', 'desk', '', added_at, added_by,
       replace(media_type, 'image/', ''), 1, 'read', '', 1
FROM document ORDER BY sha256, added_at, id;
UPDATE document SET file_id = (SELECT f.id FROM document_file f WHERE f.sha256 = document.sha256),
       state = 'filed', about_id = id, dated = added_at::date, filed_at = added_at, filed_by = added_by,
       kind = CASE kind WHEN 'insurance card, front' THEN 'card-front' WHEN 'insurance card, back' THEN 'card-back'
              ELSE kind END;
"""


class Migration(migrations.Migration):
    dependencies = [("documents", "0003_files")]

    operations = [migrations.RunSQL(_FORWARD, migrations.RunSQL.noop)]
