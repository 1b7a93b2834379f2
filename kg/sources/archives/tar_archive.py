"""A .tar archive, packed with gzip or not → its files, one after another."""

from collections.abc import Iterator

from kg.files.archive_member import Member, allowance_of, member_name, stored_member
from kg.files.opened_file import Opened
from kg.files.tar_stream import tar_members
from kg.records import Remark
from kg.sources.input_files import is_beside_data


def parse(file: Opened) -> Iterator[Member | Remark]:
    """Yield the files in an archive, each to be read before the next is asked for.

    Links and devices are told, never followed. Of an archive that is damaged or ends
    early, the files before.

    Raises:
        SourceError: after these, if it does; or too much comes out of it.
    """
    allowance = allowance_of(file)
    with file.raw() as raw:
        for each in tar_members(raw):
            if is_beside_data(each.name) or each.kind == "a folder":
                continue
            name = member_name(file.name, each.name)
            if each.kind:
                yield Remark(name, None, f"{each.kind} in an archive: not read")
                continue
            with stored_member(
                each, name=name, packed_size=0, allowance=allowance
            ) as member:
                yield member
