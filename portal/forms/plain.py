"""Fields that say in plain words what is missing."""

from django import forms


class PlainForm(forms.Form):
    """An empty field asks for itself by its name: 请填您的姓名, 请选一个."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages["required"] = ask_for(field)


def ask_for(field) -> str:
    return "请选一个。" if isinstance(field, forms.ChoiceField) else f"请填{field.label}。"
