# holds: neither lessons, solutions nor tests are on the machine
# at-most: 0
# shows: tried
import machine_a_only
import os

NAMES = ("solutions", "lessons", "lesson.yaml", "course.yaml", "starter", "statement.md", "classroom.db", ".git")
tried = 0
for folder, folders, files in os.walk("/"):
    folders[:] = [name for name in folders if os.path.join(folder, name) not in ("/proc", "/sys")]
    for name in folders + files:
        tried += 1
        if name in NAMES or name.endswith(".java") or "serveur-tcp" in name:
            print("BREACH:", os.path.join(folder, name))
print("tried", tried)
