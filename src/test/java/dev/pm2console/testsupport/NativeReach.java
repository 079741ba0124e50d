package dev.pm2console.testsupport;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;

import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.ValueResolver;
import io.quarkus.runtime.annotations.RegisterForReflection;

/// Refuses in every test that runs the console what works on a JVM only: a native executable reflects on nothing that it was not told
/// of when it was built.
@Singleton
class NativeReach implements ObjectMapperCustomizer {

    /// Templates reach everything by what was generated for them.
    void refuseReflection(@Observes EngineBuilder engine) {
        var reflection = new ReflectionValueResolver();
        engine.addValueResolver(new ValueResolver() {
            @Override
            public int getPriority() {
                return reflection.getPriority() + 1;
            }

            @Override
            public boolean appliesTo(EvalContext context) {
                return reflection.appliesTo(context);
            }

            @Override
            public CompletionStage<Object> resolve(EvalContext context) {
                throw new IllegalStateException("only reflection finds " + context.getName() + " with "
                        + context.getParams().size()
                        + " parameters of " + context.getBase().getClass().getName()
                        + ", and a native executable has none: declare its type"
                        + " at the template's head ({@type name}), and give no method with parameters the name of a property");
            }
        });
    }

    /// What is written or read as JSON is registered, by the type itself or by the one around it.
    @Override
    public void customize(ObjectMapper mapper) {
        var module = new SimpleModule("registered for reflection");
        module.setSerializerModifier(new BeanSerializerModifier() {
            @Override
            public JsonSerializer<?> modifySerializer(SerializationConfig config, BeanDescription bean,
                    JsonSerializer<?> serializer) {
                refuseUnregistered(bean.getBeanClass());
                return serializer;
            }
        });
        module.setDeserializerModifier(new BeanDeserializerModifier() {
            @Override
            public JsonDeserializer<?> modifyDeserializer(DeserializationConfig config, BeanDescription bean,
                    JsonDeserializer<?> deserializer) {
                refuseUnregistered(bean.getBeanClass());
                return deserializer;
            }
        });
        mapper.registerModule(module);
    }

    private static void refuseUnregistered(Class<?> type) {
        if (type.getName().startsWith("dev.pm2console.") && !isRegistered(type)) {
            throw new IllegalStateException(
                    type.getName() + " is JSON, and not registered for reflection (@RegisterForReflection)");
        }
    }

    private static boolean isRegistered(Class<?> type) {
        var around = Optional.<Class<?>> ofNullable(type.getEnclosingClass());
        return type.isAnnotationPresent(RegisterForReflection.class) || around.filter(NativeReach::isRegistered).isPresent();
    }
}
