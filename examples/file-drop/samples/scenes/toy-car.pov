// SPDX-License-Identifier: Apache-2.0
// A wooden toy car, part lacquered, on a pastel sweep.
#include "studio.inc"

#declare Red = Coated(color srgb <0.80, 0.13, 0.10>, 0.008)
#declare Beech = texture {
  pigment {
    wood
    turbulence 0.05
    octaves 3
    scale <0.05, 0.05, 0.8>
    rotate <3, 86, 2>
    translate <0.3, 0.22, 0.11>
    color_map { [0 color srgb <0.86, 0.68, 0.48>] [0.8 color srgb <0.79, 0.59, 0.39>] [1 color srgb <0.86, 0.68, 0.48>] }
  }
  finish { diffuse 0.76 specular 0.12 roughness 0.04 reflection { 0.0, 0.3 fresnel on } conserve_energy }
}
#declare Rubber = texture { pigment { color srgb 0.11 } finish { diffuse 0.7 specular 0.12 roughness 0.06 } }
#declare Window_Paint = texture {
  pigment { color srgb <0.17, 0.28, 0.36> }
  finish { diffuse 0.6 specular 0.4 roughness 0.006 reflection { 0.02, 0.9 fresnel on } conserve_energy }
}

#declare Wheel = union {
  object { Round_Cylinder_Union(z * -0.09, z * 0.09, 0.225, 0.035) texture { Rubber } }
  object { Round_Cylinder_Union(z * -0.102, z * 0.1, 0.145, 0.012) texture { Beech } interior { ior 1.4 } }
  sphere { z * -0.09, 0.045 material { Red } }
}
#declare Lower = difference {
  object { Round_Box_Union(<-0.85, 0.17, -0.36>, <0.85, 0.53, 0.36>, 0.12) }
  cylinder { <-0.50, 0.225, -1>, <-0.50, 0.225, -0.22>, 0.255 }
  cylinder { <0.50, 0.225, -1>, <0.50, 0.225, -0.22>, 0.255 }
  cylinder { <-0.50, 0.225, 0.22>, <-0.50, 0.225, 1>, 0.255 }
  cylinder { <0.50, 0.225, 0.22>, <0.50, 0.225, 1>, 0.255 }
}
// The cabin leans back.
#declare Lean = transform { matrix <1, 0, 0, -0.12, 1, 0, 0, 0, 1, 0.06, 0, 0> }
#declare Top = union {
  object { Round_Box_Union(<-0.44, 0.40, -0.30>, <0.36, 0.86, 0.30>, 0.13) transform { Lean } texture { Beech } interior { ior 1.4 } }
  object { Round_Box_Union(<-0.35, 0.56, -0.308>, <-0.07, 0.76, 0.308>, 0.06) transform { Lean } texture { Window_Paint } interior { ior 1.5 } }
  object { Round_Box_Union(<-0.01, 0.56, -0.308>, <0.27, 0.76, 0.308>, 0.06) transform { Lean } texture { Window_Paint } interior { ior 1.5 } }
  object { Round_Box_Union(<-0.448, 0.57, -0.20>, <-0.3, 0.76, 0.20>, 0.05) transform { Lean } texture { Window_Paint } interior { ior 1.5 } }
}

#declare Product = union {
  object { Lower material { Red } }
  object { Top }
  object { Wheel translate <-0.50, 0.225, -0.30> }
  object { Wheel translate <0.50, 0.225, -0.30> }
  object { Wheel rotate y * 180 translate <-0.50, 0.225, 0.30> }
  object { Wheel rotate y * 180 translate <0.50, 0.225, 0.30> }
  object { Round_Box_Union(<-0.885, 0.19, -0.30>, <-0.80, 0.26, 0.30>, 0.03) texture { Beech } interior { ior 1.4 } }
  sphere { 0, 0.065 scale <0.5, 1, 1> translate <-0.85, 0.37, -0.22> texture { Beech } interior { ior 1.4 } }
  sphere { 0, 0.065 scale <0.5, 1, 1> translate <-0.85, 0.37, 0.22> texture { Beech } interior { ior 1.4 } }
}

Studio_Camera(<-2.6, 2.0, -5.6>, <0.0, 0.36, 0>, 21)
Studio_Lights(0.85, 0.3, 0.65)
Backdrop_Sweep(Paper(srgb <0.66, 0.80, 0.88>), 2.5, 2.5)
object { Product rotate y * 6 }
