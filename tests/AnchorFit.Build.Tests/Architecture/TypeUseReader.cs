using System;
using System.Collections.Generic;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace AnchorFit.Tests.Architecture;

/// <summary>Walks one compiled type and reports every type and method that it mentions.</summary>
internal sealed class TypeUseReader(Action<TypeName, string?> report)
{
    public void Read(TypeDefinition type)
    {
        Mention(type.BaseType);
        ReadAttributes(type);
        ReadConstraints(type);
        foreach (InterfaceImplementation implemented in type.Interfaces)
        {
            Mention(implemented.InterfaceType);
        }

        foreach (FieldDefinition field in type.Fields)
        {
            Mention(field.FieldType);
            ReadAttributes(field);
        }

        foreach (PropertyDefinition property in type.Properties)
        {
            ReadAttributes(property);
        }

        foreach (EventDefinition @event in type.Events)
        {
            Mention(@event.EventType);
            ReadAttributes(@event);
        }

        foreach (MethodDefinition method in type.Methods)
        {
            ReadMethod(method);
        }
    }

    private void ReadMethod(MethodDefinition method)
    {
        ReadAttributes(method);
        ReadConstraints(method);
        ReadAttributes(method.MethodReturnType);
        MentionSignature(method);
        foreach (ParameterDefinition parameter in method.Parameters)
        {
            ReadAttributes(parameter);
        }

        foreach (MethodReference overridden in method.Overrides)
        {
            MentionMethod(overridden);
        }

        if (!method.HasBody)
        {
            return;
        }

        foreach (VariableDefinition local in method.Body.Variables)
        {
            Mention(local.VariableType);
        }

        foreach (ExceptionHandler handler in method.Body.ExceptionHandlers)
        {
            Mention(handler.CatchType);
        }

        foreach (Instruction instruction in method.Body.Instructions)
        {
            switch (instruction.Operand)
            {
                case TypeReference type:
                    Mention(type);
                    break;
                case FieldReference field:
                    Mention(field.DeclaringType);
                    Mention(field.FieldType);
                    break;
                case MethodReference called:
                    MentionMethod(called);
                    break;
                case CallSite site:
                    MentionSignature(site);
                    break;
            }
        }
    }

    private void ReadAttributes(ICustomAttributeProvider provider)
    {
        foreach (CustomAttribute attribute in provider.CustomAttributes)
        {
            MentionMethod(attribute.Constructor);
            foreach (CustomAttributeArgument argument in attribute.ConstructorArguments)
            {
                Mention(argument.Type);
                Mention(argument.Value as TypeReference);
            }
        }
    }

    private void ReadConstraints(IGenericParameterProvider provider)
    {
        foreach (GenericParameter parameter in provider.GenericParameters)
        {
            foreach (GenericParameterConstraint constraint in parameter.Constraints)
            {
                Mention(constraint.ConstraintType);
            }
        }
    }

    private void MentionMethod(MethodReference method)
    {
        Mention(method.DeclaringType);
        MentionSignature(method);
        if (method is GenericInstanceMethod instance)
        {
            MentionAll(instance.GenericArguments);
        }

        var parameters = new List<string>();
        foreach (ParameterDefinition parameter in method.Parameters)
        {
            parameters.Add(parameter.ParameterType.Name);
        }

        report(TypeName.Of(method.DeclaringType.GetElementType()), $"{method.Name}({string.Join(", ", parameters)})");
    }

    private void MentionSignature(IMethodSignature signature)
    {
        Mention(signature.ReturnType);
        foreach (ParameterDefinition parameter in signature.Parameters)
        {
            Mention(parameter.ParameterType);
        }
    }

    private void MentionAll(IEnumerable<TypeReference> types)
    {
        foreach (TypeReference type in types)
        {
            Mention(type);
        }
    }

    private void Mention(TypeReference? type)
    {
        switch (type)
        {
            case null or GenericParameter:
                return;
            case FunctionPointerType pointer:
                MentionSignature(pointer);
                return;
            case GenericInstanceType instance:
                MentionAll(instance.GenericArguments);
                Mention(instance.ElementType);
                return;
            case IModifierType modified:
                Mention(modified.ModifierType);
                Mention(modified.ElementType);
                return;
            case TypeSpecification specification:
                Mention(specification.ElementType);
                return;
            default:
                report(TypeName.Of(type), null);
                return;
        }
    }
}
