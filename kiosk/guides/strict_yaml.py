"""YAML that refuses what people get wrong in silence: the same key twice."""

from collections.abc import Hashable

import yaml


class StrictLoader(yaml.SafeLoader):
    """A safe loader to which a repeated key is an error, not the loss of the first one."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, object]:
        seen: set[Hashable] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if isinstance(key, Hashable):
                if key in seen:
                    raise yaml.constructor.ConstructorError(
                        None, None, f"«\u00a0{key}\u00a0» est écrit deux fois", key_node.start_mark
                    )
                seen.add(key)
        return super().construct_mapping(node, deep)
